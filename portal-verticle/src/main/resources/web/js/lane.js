// One ticket after the other at an open door: what is asked, answered, and decided by hand.
import { kindOf } from './answer.js';
import { door } from './api.js';
import { decide, scanTicket } from './checkin.js';
import { keep } from './database.js';
import { UNCHECKED } from './judge.js';
import { session } from './session.js';
import { signal } from './signal.js';
import { ticketCode } from './ticketcode.js';

const SAME_CODE_MS = 3000;
const SHOWN_MS = { go: 5000, out: 5000, stop: 20000 };
const PASSES = new Set(['go', 'out', 'unsure']);
const LAST = 5;

/** `outcome` is what is shown, null for nothing; `recent` the last ones; `onChange()` when either is another. */
export class Lane {
  constructor(setup, exchange, onChange) {
    this.setup = setup;
    this.direction = setup.direction ?? 'in';
    this.exchange = exchange;
    this.onChange = onChange;
    this.outcome = null;
    this.recent = [];
    this.turn = Promise.resolve();
  }

  /** Kept over a reload: a way out that lets people in by itself does harm. */
  async turnRound() {
    this.direction = this.direction === 'in' ? 'out' : 'in';
    this.show(null);
    await keep('door', { direction: this.direction });
  }

  /** One after the other: an answer is never overtaken. */
  scan(text) {
    const ticketId = ticketCode(text) ?? text.trim();
    if (!ticketId) return this.turn;
    const isRepeat = this.isRepeat(ticketId);
    this.turn = this.turn.then(() =>
      isRepeat && PASSES.has(kindOf(this.outcome)) ? this.show({ ...this.outcome, again: true }) : this.answerTo(ticketId, text),
    );
    return this.turn;
  }

  /** A scanner that reads a code twice means one guest: green must not turn red, and one green is not for two. */
  isRepeat(ticketId) {
    const { read, direction } = this;
    if (read?.ticketId === ticketId && read.direction === direction && Date.now() - read.at < SAME_CODE_MS) return true;
    this.read = { ticketId, direction, at: Date.now() };
    return false;
  }

  async answerTo(ticketId, text) {
    const { setup, direction, exchange } = this;
    this.show({ busy: true, ticket_id: ticketId });
    const onLate = (late) => this.late(late);
    const outcome = await scanTicket({ ...setup, direction }, text, { cut: exchange.cut, open: exchange.pending.undecided, onLate }).catch(
      (error) => ({ ticket_id: ticketId, direction, code: error.code ?? 'UNKNOWN', error }),
    );
    if (outcome.offline) exchange.cut = true;
    await this.settle(outcome);
    await exchange.count();
  }

  async settle(outcome) {
    const {
      setup: { gate },
      exchange: { list },
    } = this;
    const full = { ...outcome, gate, at: new Date().toISOString(), why: this.whyUnchecked(), listAt: list?.at };
    this.recent = [full, ...this.recent.filter((scan) => !scan.nonce || scan.nonce !== full.nonce)].slice(0, LAST);
    this.show(full);
    signal(kindOf(full));
    const more = full.offline ? null : await this.reasonFor(full.code).catch(() => null);
    if (more && this.outcome === full) this.show({ ...full, ...more });
  }

  /** What the service refused for may have changed since this door was told. */
  async reasonFor(code) {
    const { eventId } = this.setup;
    if (code === 'EVENT_FULL') return { inside: (await door.stats(eventId)).inside };
    return code === 'DOORS_CLOSED' ? { rules: await door.rules(eventId) } : null;
  }

  whyUnchecked() {
    const { list, listing } = this.exchange;
    if (!session.token) return 'login';
    return list ? 'slow' : listing ? 'listing' : 'noList';
  }

  /** The service answered after the door had given up on it, and nobody has decided meanwhile. */
  async late(outcome) {
    const { code, ticket_id: ticketId } = this.outcome ?? {};
    if (code === UNCHECKED && ticketId === outcome.ticket_id) await this.settle(outcome);
    else
      this.recent = this.recent.map((scan) =>
        scan.code === UNCHECKED && scan.ticket_id === outcome.ticket_id ? { ...scan, ...outcome } : scan,
      );
    await this.exchange.count();
  }

  async decide({ nonce }, letIn) {
    await decide(nonce, letIn);
    this.recent = this.recent.map((scan) => (scan.nonce === nonce ? { ...scan, decided: letIn ? scan.direction : 'away' } : scan));
    if (this.outcome?.nonce === nonce) this.show(null);
    this.exchange.run();
    await this.exchange.count();
  }

  /** Goes after a while: an old green must not let the next guest in. What people have to decide stays. */
  show(outcome) {
    clearTimeout(this.fading);
    this.outcome = outcome;
    const shown = SHOWN_MS[kindOf(outcome)];
    if (shown) this.fading = setTimeout(() => this.show(null), shown);
    this.onChange();
  }

  /** Nothing of any guest stays in view. */
  clear() {
    this.recent = [];
    this.show(null);
  }
}
