// What the page of a wallet does to bring money there: an admin's is there at once, anyone else's is paid for first, as a
// booking is, and followed until it is there.
import { nothing } from 'lit';
import { once } from './attempts.js';
import { Following } from './following.js';
import { back, toPage } from './paying.js';
import { outcome } from './pay-online.js';
import { isOnItsWay, topUpState } from './payment-states.js';
import { payments } from './payments-api.js';
import { wallet } from './wallet-api.js';

/** Adds `newest`, one's newest top-up: its `order` and `payment`. */
export const ToppingUp = (Base) =>
  class extends Following(Base) {
    /** @type {object} */
    static properties = { newest: { state: true } };

    constructor() {
      super();
      this.newest = null;
    }

    get isMoving() {
      return this.newest !== null && isOnItsWay(this.newest);
    }

    /** Where Payment gives no answer what was known of it stays. */
    async load() {
      const [found, newest] = await Promise.all([super.load(), payments.topUp().catch(() => this.newest)]);
      return { ...found, newest };
    }

    toldOfTopUp() {
      const state = this.newest && topUpState(this.newest);
      return state ? outcome(this.newest.payment, 'topUp', state) : nothing;
    }

    /** Completes with whether the money is there; else the way to pay it is shown, or gone. */
    async bring(amount) {
      const body = { amount, return_url: back('#/wallet') };
      const { topup } = await once('wallet topup', body, (key) => wallet.topUp(body, key)).catch(nowhere);
      if (topup) this.newest = { order: null, payment: topup };
      if (topup?.redirect_url) toPage(this, topup);
      else await this.reload();
      return !topup;
    }
  };

/**
 * Where nobody tops up by a payment it says so.
 * @returns {never}
 */
function nowhere(error) {
  throw error.code === 'NOT_CONFIGURED' ? Object.assign(error, { key: 'wallet.noTopUp' }) : error;
}
