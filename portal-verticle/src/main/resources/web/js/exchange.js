// What an open door sends to the service and hears from it.
import { listed, syncList, syncPassages } from './gatebook.js';
import { upload, waiting } from './outbox.js';
import { session } from './session.js';

const EVERY_MS = 5000;
const LIST_EVERY_MS = 15 * 60000;

/** Goes on until it is stopped; `eventId` is null where no event was chosen, `onChange()` when there is news. */
export class Exchange {
  constructor(eventId, onChange) {
    this.eventId = eventId;
    this.onChange = onChange;
    this.pending = { waits: 0, unfit: 0 };
    this.conflicts = [];
    this.list = null;
    this.listAt = 0;
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
      if (navigator.onLine && session.token) await this.talk();
      await this.count();
    } finally {
      this.running = false;
    }
  }

  async count() {
    this.pending = await waiting();
    if (this.eventId) this.list = await listed(this.eventId);
    this.onChange();
  }

  async talk() {
    try {
      this.refused = await upload((scan, result) => this.sent(scan, result)).then(() => null, final);
      if (this.eventId) await syncPassages(this.eventId, this.life.signal);
      if (this.eventId) this.freshenList();
      this.cut = false;
    } catch (error) {
      this.cut = Boolean(error.isUnsure);
      if (!this.cut && error.status !== 401) this.refused = error;
    }
  }

  /** What the service sees otherwise than the door did. */
  sent(scan, result) {
    const { status, record, other, code } = result;
    if (scan.code ? status !== 'refused' : status === 'conflict' || (status === 'refused' && record)) {
      this.conflicts = [...this.conflicts, { ticket_id: scan.ticket_id, turnedAway: Boolean(scan.code), other, code }];
    }
  }

  /** Beside the rest, since a long list takes a while; what fails is tried again with the next run. */
  async freshenList() {
    if (this.listing || Date.now() - this.listAt < LIST_EVERY_MS) return;
    this.listing = true;
    try {
      await syncList(this.eventId, this.life.signal);
      this.listAt = Date.now();
      await this.count();
    } catch (error) {
      if (!error.isUnsure && error.status !== 401) this.refused = error;
    } finally {
      this.listing = false;
    }
  }
}

/** A refusal that the rest does not have to wait for. */
function final(error) {
  if (error.isUnsure || error.status === 401) throw error;
  return error;
}
