// What the page of a booking does to have it paid online: it begins, sends to the gateway's page, and follows the money.
import { once } from './attempts.js';
import { part } from './bookings-api.js';
import { isOpen } from './payment-states.js';
import { payments } from './payments-api.js';
import { fields } from './view.js';

const WAYS = ['qris', 'bank_transfer', 'credit_card', 'ewallet', 'convenience_store', 'wallet'];

/** The whole address of a view, to which one comes back from the gateway's page. */
export const back = (hash) => `${location.origin}${location.pathname}${hash}`;

/**
 * To the gateway's page, where there is one, unless somebody has left the view meanwhile.
 * @param {any} page
 */
export function toPage({ life }, { redirect_url: url }) {
  if (url && !life.signal.aborted) location.assign(url);
}

/**
 * Adds `isOnline`, whether anybody takes money online (null while nobody knows), the `ways` to pay so that are offered,
 * and `attempt`, the newest payment. The view has a `booking`, and each time that it was asked for, what became of the
 * attempt is asked for too.
 */
export const Paying = (Base) =>
  class extends Base {
    /** @type {object} */
    static properties = { attempt: { state: true }, isOnline: { state: true }, ways: { state: true } };

    constructor() {
      super();
      this.isOnline = null;
      this.ways = [];
    }

    updated(changed) {
      super.updated(changed);
      const { status, total_price: total } = this.booking ?? {};
      if (changed.has('booking') && status === 'PENDING' && total) this.follow();
    }

    /** Until somebody answers, whether anybody takes money online is asked again with each look at the booking. */
    async follow() {
      if (this.isAsking) return;
      this.isAsking = true;
      if (!this.isOnline) await this.begin();
      else if (isOpen(this.attempt)) await this.lookAt(this.attempt);
      this.isAsking = false;
    }

    lookAt({ id }) {
      return payments.get(id).then(
        (attempt) => this.meet(attempt),
        () => {},
      );
    }

    /** Where nobody answers one pays at the box office. */
    async begin() {
      try {
        const [{ methods }, attempt] = await Promise.all([payments.methods(), payments.ofBooking(this.bookingId)]);
        this.ways = WAYS.filter((way) => methods.some(({ payment_method: method }) => method === way));
        this.meet(attempt);
      } catch {
        this.isOnline = false;
      }
    }

    /** An answer about an attempt before the newest is too late. */
    meet(attempt) {
      this.isOnline = true;
      if (attempt && attempt.id >= (this.attempt?.id ?? 0)) this.attempt = attempt;
    }

    async pay(form) {
      const body = { booking_id: this.bookingId, ...fields(form), return_url: back(`#/bookings/${part(this.bookingId)}`) };
      const { payment } = await once(`pay ${this.bookingId}`, body, (key) => payments.checkout(body, key));
      this.meet(payment);
      toPage(this, payment);
    }
  };
