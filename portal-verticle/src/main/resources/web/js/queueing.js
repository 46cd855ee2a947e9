// The queue before an event's sale: where one stands, live, and going on by itself when one is let in.
import { html, nothing } from 'lit';
import { follow } from './feed.js';
import { hour, number } from './format.js';
import { t } from './i18n.js';
import { loginHere } from './selling.js';
import { session } from './session.js';
import { mine } from './shop-api.js';

const AGAIN_MS = 5000;

/** For a view of an `event`, whose `goOn` does what one has waited for. */
export const Queueing = (Base) =>
  class extends Base {
    static properties = { queued: { state: true } };

    #isLive = false;

    connectedCallback() {
      super.connectedCallback();
      const again = setInterval(() => this.#askAgain(), AGAIN_MS);
      this.life.signal.addEventListener('abort', () => clearInterval(again));
    }

    get isQueueing() {
      return this.queued?.status === 'waiting';
    }

    /** The page doesn't fail for it; who has no place is told nothing. */
    async lookAtQueue() {
      if (!this.event.waiting_room || !session.user) return;
      await mine.queuePlace(this.event.id).then(
        (place) => this.#take(place),
        (error) => {
          if (error.status === 404) this.queued = null;
        },
      );
    }

    #askAgain() {
      if (this.queued && !this.#isLive) this.lookAtQueue();
    }

    #take(place) {
      const isTurn = this.isQueueing && place.status === 'let_in';
      this.queued = place;
      this.following ??= follow(mine.queueUrl(this.event.id), {
        signal: this.life.signal,
        onState: (state) => {
          this.#isLive = state === 'live';
        },
        onChange: (_kind, changed) => this.#take(changed),
      });
      if (isTurn) this.goOn();
    }

    async queue() {
      if (!session.user) return this.leaveFor(loginHere());
      return this.#take(await mine.queue(this.event.id));
    }

    async leaveQueue() {
      await mine.leaveQueue(this.event.id);
      this.queued = null;
    }

    /** Where one stands; or, before the sale, the way into the queue. */
    standing() {
      if (this.isQueueing) return this.#inQueue();
      if (this.queued)
        return html`<p class="note go" role="status" id="queue">${t('queue.in', { time: hour(this.queued.expires_at) })}</p>`;
      const isBefore = this.event.ticket_types.some((type) => type.sales === 'not_yet');
      return this.event.waiting_room && isBefore && this.mayBuy ? this.#wayIn() : nothing;
    }

    /** What is told aloud changes by minutes, not with each place. */
    #inQueue() {
      const { position, estimated_seconds: seconds } = this.queued;
      const minutes = Math.ceil(seconds / 60);
      return html`<section class="card" id="queue" aria-labelledby="queue-title">
        <h2 id="queue-title">${t('queue.title')}</h2>
        <p><strong id="queue-place">${t('queue.place', { n: number(position) })}</strong></p>
        <p role="status">${minutes > 1 ? t('queue.minutes', { n: number(minutes) }) : t('queue.soon')}</p>
        <p class="hint">${t('queue.hint')}</p>
        <button type="button" @click=${(e) => this.act(e, () => this.leaveQueue())}>${t('queue.leave')}</button>
      </section>`;
    }

    #wayIn() {
      return html`<section class="card" id="queue">
        <p>${t('queue.joinHint')}</p>
        <button type="button" class="main" @click=${(e) => this.act(e, () => this.queue())}>${t('queue.join')}</button>
      </section>`;
    }
  };
