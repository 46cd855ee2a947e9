// Before the first paint: the theme and language that were chosen, else the device's theme.
(() => {
  const chosen = localStorage.getItem('tixgo.theme');
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = localStorage.getItem('tixgo.language') ?? 'id';
})();

// A page whose scripts or styles got lost on their way, as some do when it is loaded anew at once, is loaded once more.
addEventListener(
  'error',
  (event) => {
    const before = Number(sessionStorage.getItem('tixgo.reloaded'));
    const { target } = event;
    const isNeeded = target instanceof HTMLScriptElement || (target instanceof HTMLLinkElement && target.rel === 'stylesheet');
    if (isNeeded && Date.now() - before > 10_000) {
      sessionStorage.setItem('tixgo.reloaded', String(Date.now()));
      location.reload();
    }
  },
  true,
);
