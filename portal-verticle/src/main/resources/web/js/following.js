// A view of money that is still under way: what becomes of it is asked for while somebody looks.
const EVERY_MS = 5000;

/** Adds that the view loads again and again while its `isMoving` says so, which is overridden. */
export const Following = (Base) =>
  class extends Base {
    get isMoving() {
      return false;
    }

    connectedCallback() {
      super.connectedCallback();
      const timer = setInterval(() => this.look(), EVERY_MS);
      this.life.signal.addEventListener('abort', () => clearInterval(timer));
    }

    look() {
      if (this.loaded && this.isMoving && !document.hidden) this.reload();
    }
  };
