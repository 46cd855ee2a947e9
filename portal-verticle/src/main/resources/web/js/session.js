// Who is logged in. The token lives in memory and in the tab's session storage, nowhere else.
const KEY = 'tixgo.token';
const listeners = new Set();
const tabs = new BroadcastChannel('tixgo.session');

export const session = { token: sessionStorage.getItem(KEY), user: null, ended: null };

export function onSession(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function begin(token) {
  session.token = token;
  session.ended = null;
  sessionStorage.setItem(KEY, token);
}

export function know(user) {
  session.user = user;
  tell();
}

/** `reason` is `expired` when the server no longer takes the token, `password` after a new one was set. */
export function end(reason = null) {
  session.token = null;
  session.user = null;
  session.ended = reason;
  sessionStorage.removeItem(KEY);
  tell();
}

/** Every other tab of this browser has to forget its token too. */
export function endEverywhere() {
  tabs.postMessage('end');
  end();
}

export const is = (...roles) => roles.includes(session.user?.role);

tabs.onmessage = () => end();

function tell() {
  listeners.forEach((listener) => listener());
}
