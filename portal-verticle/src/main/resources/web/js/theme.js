// Before the first paint: the theme and language that were chosen, else the device's theme.
(() => {
  const chosen = localStorage.getItem('tixgo.theme');
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = localStorage.getItem('tixgo.language') ?? 'id';
})();
