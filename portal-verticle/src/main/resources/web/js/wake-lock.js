// Keeps the screen on while a door is open; a browser lets go of that whenever the page is hidden.
export function stayAwake(signal) {
  if (!navigator.wakeLock) return; // Over plain HTTP there is none.
  let lock = null;
  const ask = async () => {
    if (document.visibilityState === 'visible' && !signal.aborted) lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (signal.aborted) lock?.release();
  };
  document.addEventListener('visibilitychange', ask, { signal });
  signal.addEventListener('abort', () => lock?.release());
  ask();
}
