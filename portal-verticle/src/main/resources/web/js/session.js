// Who is logged in. The token lives in memory and in the tab's session storage, nowhere else.
const KEY = 'tixgo.token';
const PATIENCE_MS = 150;
const listeners = new Set();
const tabs = new BroadcastChannel('tixgo.session');

let joined = null;

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

/** What the token says of itself, `{sub, role, exp}`; nothing that it says is proof. Null without one. */
export function claims() {
  try {
    const [, part] = session.token.split('.');
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Why the server no longer takes the token: `revoked` when it had time left, by the clock of the server. */
export const whyRefused = (serverTime) => (claims()?.exp * 1000 > (serverTime || Date.now()) ? 'revoked' : 'expired');

/**
 * `reason` is `expired` or `revoked` when the server no longer takes the token, `password` after a new one was set,
 * `logout` when somebody wanted it.
 */
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
  end('logout');
}

export const is = (...roles) => roles.includes(session.user?.role);

/** A new tab of this browser goes on with the session of another, if there is one. */
export async function join() {
  if (session.token) return;
  tabs.postMessage('who');
  await new Promise((resolve) => {
    joined = resolve;
    setTimeout(resolve, PATIENCE_MS);
  });
}

tabs.onmessage = ({ data }) => {
  if (data === 'end') end('logout');
  if (data === 'who' && session.token) tabs.postMessage({ token: session.token });
  if (data.token && joined && !session.token) begin(data.token);
  if (data.token) joined?.();
};

function tell() {
  listeners.forEach((listener) => listener());
}
