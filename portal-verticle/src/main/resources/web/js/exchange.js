// What an open door sends to the service and hears from it.
import { isReachable } from './api.js';
import { forget, keep, recall } from './database.js';
import { holderOf, listed, syncList, syncPassages } from './gatebook.js';
import { upload, waiting } from './outbox.js';
import { session } from './session.js';

const EVERY_MS = 5000;
const CONFLICTS = 'conflicts';

/** Goes on until it is stopped; `eventId` is null where no event was chosen, `onChange()` when there is news. */
export class Exchange {
  constructor(eventId, onChange) {
    this.eventId = eventId;
    this.onChange = onChange;
    this.pending = { waits: 0, unfit: 0, undecided: [] };
    this.conflicts = [];
    this.list = null;
    this.cut = false; // No answer came the last time.
    this.refused = null; // Why nothing is taken from this person.
    this.life = new AbortController();
  }

  start() {
    const { signal } = this.life;
    const timer = setInterval(() => this.run(), EVERY_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    for (const happened of ['online', 'offline']) addEventListener(happened, () => this.run(), { signal });
    this.run();
  }

  stop() {
    this.life.abort();
  }

  /** Sends what waits, whatever event it was for, then hears what happened at other doors; one at a time. */
  async run() {
    if (this.running) return;
    this.running = true;
    try {
      if (navigator.onLine) await (session.token ? this.talk() : this.knock());
      await this.count();
    } finally {
      this.running = false;
    }
  }

  async count() {
    this.pending = await waiting();
    this.conflicts = await Promise.all(
      ((await recall(CONFLICTS))?.items ?? []).map(async (one) => ({ ...one, holder: await holderOf(one) })),
    );
    if (this.eventId) this.list = await listed(this.eventId);
    this.onChange();
  }

  async talk() {
    try {
      this.refused = await upload((scan, result) => this.sent(scan, result)).then(() => null, final);
      if (this.eventId) this.freshenList(await syncPassages(this.eventId, this.life.signal));
      this.cut = false;
    } catch (error) {
      this.cut = Boolean(error.isUnsure);
      if (!this.cut && error.status !== 401) this.refused = error;
    }
  }

  /** Without a log-in nothing is said but whether one could be made. */
  async knock() {
    this.refused = null;
    this.cut = !(await isReachable());
  }

  /** What the service sees otherwise than the door did; kept until somebody has seen it. */
  async sent(scan, result) {
    const { status, record, other, code } = result;
    const isOther = scan.code ? status !== 'refused' : status === 'conflict' || status === 'refused';
    if (!record || !isOther) return;
    const one = { event_id: scan.event_id, ticket_id: scan.ticket_id, turnedAway: Boolean(scan.code), other, code };
    await keep(CONFLICTS, { items: [...((await recall(CONFLICTS))?.items ?? []), one] });
  }

  async seen() {
    await forget(CONFLICTS);
    await this.count();
  }

  /** Beside the rest, since a long list takes a while; what fails is tried again with the next run. */
  async freshenList(version) {
    if (this.listing) return;
    this.listing = true;
    try {
      await syncList(this.eventId, version, this.life.signal);
    } catch (error) {
      if (!error.isUnsure && error.status !== 401 && error.code !== 'LIST_EXPIRED') this.refused = error;
    } finally {
      this.listing = false;
    }
    await this.count();
  }
}

/** A refusal that the rest does not have to wait for. */
function final(error) {
  if (error.isUnsure || error.status === 401) throw error;
  return error;
}
