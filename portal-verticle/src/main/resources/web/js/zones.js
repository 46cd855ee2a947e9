// A field for the zone of a place's clocks: those of Indonesia first.
import { html } from 'lit';
import { t } from './i18n.js';

const NEAR = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
const ZONES = [...new Set([...NEAR, ...Intl.supportedValuesOf('timeZone')])];

/** What is typed is no more than an offer to the service, which knows all zones. */
export const zoneField = (timeZone) => html`<label>${t('zone')}<small>${t('zone.hint')}</small>
  <input name="time_zone" list="zones" required maxlength="64" autocomplete="off" .value=${timeZone ?? ''}></label>
  ${zoneList()}`;

/** The zones to choose from, for an input whose `list` is `zones`. */
export const zoneList = () => html`<datalist id="zones">${ZONES.map((name) => html`<option value=${name}></option>`)}</datalist>`;
