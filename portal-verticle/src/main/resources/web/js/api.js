// Calls to the services, all through the page's own origin.
import { zone } from './format.js';
import { end, session, whyRefused } from './session.js';

const IDENTITY = '/gateway/identity';
const DOOR = '/gateway/attendance';
const TIMEOUT_MS = 20000;

/** What went wrong: `code` is the service's, or `OFFLINE` when no answer came, or not all of it. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? '');
    this.status = status;
    this.code = problem.code ?? 'OFFLINE';
    this.problem = problem;
    this.lines = []; // What else there is to say of it (reasons.js).
  }

  /** True when nobody can say whether the request took effect. */
  get isUnsure() {
    return this.code === 'OFFLINE' || this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

/**
 * The answer as it came; fails with an ApiError when it is not a success.
 * @param {string} method
 * @param {string} url
 * @param {{ body?: any, headers?: Record<string, string>, timeoutMs?: number, signal?: AbortSignal }} [options]
 */
export async function send(method, url, { body, headers = {}, timeoutMs = TIMEOUT_MS, signal } = {}) {
  const asJson = body !== undefined && !(body instanceof Blob);
  /** @type {RequestInit} */
  const request = {
    method,
    cache: 'no-store',
    credentials: 'omit',
    headers: {
      ...(session.token && { Authorization: `Bearer ${session.token}` }),
      ...(asJson && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: asJson ? JSON.stringify(body) : body,
    signal: signal ?? AbortSignal.timeout(timeoutMs),
  };
  const response = await fetch(url, request).catch(broken);
  if (!response.ok) throw await refusal(response);
  return response;
}

/**
 * No answer, half of one, or somebody else's, such as a hotspot's page.
 * @returns {never}
 */
function broken(cause) {
  throw new ApiError(0, { detail: cause.message });
}

/** A refusal without a code is not the service's. */
async function refusal(response) {
  const problem = (await response.json().catch(() => null)) ?? {};
  if (response.status === 401 && session.token && problem.code === 'UNAUTHORIZED')
    end(whyRefused(Date.parse(response.headers.get('Date'))));
  return new ApiError(response.status, problem);
}

export const read = (response) => response.json().catch(broken);

/** @param {Parameters<typeof send>} request */
export async function json(...request) {
  const response = await send(...request);
  return response.status === 204 ? null : read(response);
}

/** What there is at one address, with its `tag`: by that a change says what it is a change of. */
export async function tagged(url) {
  const response = await send('GET', url);
  return { ...(await read(response)), tag: response.headers.get('ETag') };
}

export const ifMatch = (tag) => (tag ? { 'If-Match': tag } : {});

/** A page of a list, and where the next begins. */
export async function page(url) {
  const response = await send('GET', url);
  const next = /<([^>]*)>;\s*rel="?next/.exec(response.headers.get('Link') ?? '');
  const cursor = next && new URL(next[1], location.origin).searchParams.get('cursor');
  return { items: await read(response), total: Number(response.headers.get('X-Total-Count')), cursor, headers: response.headers };
}

export const query = (values) => {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return entries.length ? `?${new URLSearchParams(entries)}` : '';
};
const at = (eventId, rest = '') => `${DOOR}/attendance/${encodeURIComponent(eventId)}${rest}`;
const event = (id) => `${DOOR}/events/${encodeURIComponent(id)}`;

export const identity = {
  login: (credentials) => json('POST', '/api/auth/login', { body: credentials }),
  register: (account) => json('POST', '/api/auth/register', { body: account }),
  me: () => json('GET', '/api/auth/me'),
  logout: () => send('POST', `${IDENTITY}/auth/logout`),
  saveProfile: (id, body) => json('PUT', `${IDENTITY}/users/${id}`, { body }),
  forgot: (body) => json('POST', `${IDENTITY}/auth/password/forgot`, { body }),
  reset: (body) => send('POST', `${IDENTITY}/auth/password/reset`, { body }),
  password: (body) => send('POST', `${IDENTITY}/auth/password`, { body }),
  users: (values) => page(`${IDENTITY}/auth/users${query(values)}`),
  setRole: (id, role) => json('PUT', `${IDENTITY}/auth/users/${id}/role`, { body: { role } }),
  deleteUser: (id) => send('DELETE', `${IDENTITY}/auth/users/${id}`),
  devices: (values) => page(`${IDENTITY}/auth/devices${query(values)}`),
  addDevice: (body) => json('POST', `${IDENTITY}/auth/devices`, { body }),
  audit: (values) => page(`${IDENTITY}/audit${query(values)}`),
  auditFile: (values) => send('GET', `${IDENTITY}/audit${query({ ...values, tz: zone() })}`, { timeoutMs: 300000 }),
  deleteDevice: (id) => send('DELETE', `${IDENTITY}/auth/devices/${id}`),
};

export const events = {
  list: (values) => page(`${DOOR}/events${query(values)}`),
  get: (id) => tagged(event(id)),
  add: (body) => json('POST', `${DOOR}/events`, { body }),
  patch: (id, tag, body) => json('PATCH', event(id), { body, headers: ifMatch(tag) }),
  /** Without `force` an event with check-ins or sales is refused. */
  remove: (id, tag, force) => send('DELETE', event(id) + query({ force }), { headers: ifMatch(tag) }),
};

export const door = {
  checkIn: (body, key, signal) =>
    json('POST', `${DOOR}/checkins`, {
      body,
      headers: { 'Idempotency-Key': key },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    }),
  batch: (body) => json('POST', `${DOOR}/checkins/batch`, { body }),
  undo: (id, ticket, reason) =>
    json('DELETE', `${DOOR}/checkins/${encodeURIComponent(id)}/${encodeURIComponent(ticket)}`, { body: { reason } }),
  stats: (id, values = {}) => json('GET', at(id, `/stats${query(values)}`)),
  changes: (id, after) =>
    send('GET', at(id, `/changes${query({ after, limit: 1000 })}`)).then(async (r) =>
      Object.assign(await read(r), { version: r.headers.get('X-Door-Version') }),
    ),
  attendance: (id) =>
    send('GET', at(id), { timeoutMs: 120000 }).then(async (r) => ({ ...(await read(r)), lastSeq: Number(r.headers.get('X-Last-Seq')) })),
  scans: (id, values) => page(at(id, `/scans${query(values)}`)),
  rules: (id) => json('GET', at(id, '/rules')),
  ticketKeys: (id) => json('GET', at(id, '/ticket-keys')),
  setRules: (id, body) => json('PUT', at(id, '/rules'), { body }),
  tickets: (id, values) => page(at(id, `/tickets${query(values)}`)),
  setTickets: (id, method, file, type) =>
    json(method, at(id, '/tickets'), { body: file, headers: { 'Content-Type': type }, timeoutMs: 120000 }),
  revoke: (id, ticket, reason) => json('POST', at(id, `/tickets/${encodeURIComponent(ticket)}/revoke`), { body: { reason } }),
  restore: (id, ticket) => json('POST', at(id, `/tickets/${encodeURIComponent(ticket)}/restore`)),
  conflicts: (id, values) => page(at(id, `/conflicts${query(values)}`)),
  resolve: (id, conflict, note) => json('POST', at(id, `/conflicts/${conflict}/resolve`), { body: { note } }),
  streamUrl: (id) => at(id, '/stream'),
  ticketNumbers: (id, values = {}) => json('GET', at(id, `/tickets/numbers${query(values)}`)),
  export: (id, what, format, values = {}) =>
    send('GET', at(id, `${what}${query({ ...values, format, tz: zone() })}`), { timeoutMs: 300000 }),
};

/** Whether anybody is there who would take a log-in. */
export const isReachable = () =>
  json('GET', '/health', { timeoutMs: 5000 }).then(
    (health) => health?.status === 'ok',
    () => false,
  );

export const qr = (text) => send('POST', '/api/qr', { body: { text } }).then((response) => response.blob());
