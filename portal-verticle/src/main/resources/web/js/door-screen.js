// How an open door looks: which way it goes, where it is, what it knows, and what can be done.
import { html, nothing } from 'lit';
import { kindOf } from './answer.js';
import { clock, date, hour, number } from './format.js';
import { say, t } from './i18n.js';
import { icon } from './icons.js';
import { session } from './session.js';

const OLD_MS = 60000;
const TODAY_MS = 12 * 3600 * 1000;

/** When a list was current. */
export const when = (time) => (Date.now() - Date.parse(time) < TODAY_MS ? hour(time) : date(time));

/**
 * The frame's head: the way in the colour that the answer will have, so that nobody stands at the wrong one.
 * @param {any} door
 */
export function head({ setup, exchange, lane: { direction }, menu = false }, onMenu) {
  const { pending, cut } = exchange;
  const network = !session.token ? 'login' : navigator.onLine && !cut ? 'online' : 'offline';
  return html`<header class="doorhead">
    <h1 class="hidden">${t('door')}</h1>
    <p class="way">${icon(direction)}${t(`way.${direction}`)}</p>
    <p class="network"><span class="tag ${network === 'online' ? 'go' : 'warn'}" id="network">${t(`door.${network}`)}</span></p>
    <button class="menu" aria-expanded=${menu} aria-label=${t('door.menu')} @click=${onMenu}>${icon('menu')}</button>
    <p class="place"><strong>${setup.gate ? t('door.atGate', { gate: setup.gate }) : t('gate.none')}</strong> · ${exchange.list?.title ?? setup.title}</p>
    <p class="known"><span class="tag ${pending.waits ? 'warn' : 'go'}" id="pending" role="status">${t('door.pending', { n: number(pending.waits) })}</span>
      ${known(exchange, network)}</p></header>`;
}

/** Whether the list is here, and how old it is: what a door says without a network is worth as much. */
function known({ list, listing }, network) {
  if (!list) return html`<span class="tag warn" id="list">${t(listing ? 'door.listing' : 'door.noList')}</span>`;
  const isOld = network !== 'online' && Date.now() - Date.parse(list.at) > OLD_MS;
  const what = list.listed ? t('door.list', { n: number(list.total) }) : t('door.listNone');
  return html`<span class=${isOld ? 'tag warn' : nothing} id="list">${what} · ${t('door.listAt', { time: when(list.at) })}</span>`;
}

/**
 * What a thumb needs between two tickets.
 * @param {any} door
 */
export function tools({ lane: { direction }, camera }, { toggleCamera, turnRound, search }) {
  return html`<div class="tools ${camera ? 'seeing' : ''}">
    <div class="camera" ?hidden=${!camera}></div>
    <div class="buttons">
      <button @click=${toggleCamera}>${icon('camera')}${t(camera ? 'door.cameraOff' : 'door.camera')}</button>
      <button @click=${turnRound}>${icon('turn')}${t(direction === 'in' ? 'door.switchOut' : 'door.switchIn')}</button>
      <button @click=${search}>${icon('search')}${t('guests')}</button>
    </div></div>`;
}

/** The last answers, since the big one goes after some seconds. */
export function lastScans(scans) {
  if (!scans.length) return nothing;
  return html`<section class="last"><h2>${t('door.last')}</h2><ol class="plain" id="last">${scans.map(
    (scan) => html`<li>
    <time datetime=${scan.at}>${clock(scan.at)}</time>
    <span class="grow"><strong>${scan.ticket?.holder_name ?? scan.ticket_id}</strong>
      <small>${[scan.ticket?.holder_name && scan.ticket_id, reason(scan)].filter(Boolean).join(' · ')}</small></span>
    <span class="tag ${TAGS[kindOf(scan)]}">${t(scan.code ? `tag.${kindOf(scan)}` : `way.${scan.direction}`)}</span></li>`,
  )}</ol></section>`;
}

const TAGS = { go: 'go', out: 'out', stop: 'stop', unsure: 'warn' };

function reason({ decided, error, code }) {
  if (decided) return t(`decided.${decided}`);
  return error ? say(error) : code && t(`code.${code}`);
}
