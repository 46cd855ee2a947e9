// Keeps the application's files, so that the door opens without a network. Never an answer of a service.
// Files of two releases are never mixed: each release has a version, and a cache that is filled whole.
const CACHE = 'tixgo-@version@';
const FILES = [
  '/', '/icon.svg', '/manifest.webmanifest', '/css/tokens.css', '/css/base.css', '/css/table.css', '/css/views.css', '/css/door.css',
  '/lib/lit-element.js', '/lib/lit-html.js', '/lib/reactive-element.js', '/lib/css-tag.js', '/lib/idb.js',
  '/lib/wrap-idb-value.js', '/lib/html5-qrcode.js',
  ...['account', 'conflicts', 'devices', 'door', 'elsewhere', 'event', 'event-form', 'events', 'landing', 'live', 'scans', 'tickets', 'users']
    .map((view) => `/js/views/${view}.js`),
  ...['address', 'agenda', 'answer', 'api', 'app', 'charts', 'checkin', 'database', 'dialog', 'door-screen', 'door-session', 'door-setup', 'draft-forms', 'drafts', 'en', 'event-time', 'event-view', 'exchange', 'feed', 'format', 'forms', 'gatebook', 'guest-search', 'guests', 'header', 'history', 'i18n', 'icons', 'id', 'judge', 'lane', 'logout', 'notices', 'numbers', 'outbox', 'paged', 'routes', 'scanner', 'session', 'signal', 'table', 'theme', 'ticketcode', 'toast', 'view', 'wake-lock']
    .map((part) => `/js/${part}.js`),
];

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => skipWaiting()));
});

addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => clients.claim())));

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const own = url.origin === location.origin && event.request.method === 'GET';
  if (own && FILES.includes(url.pathname)) event.respondWith(keptOrFetched(event.request, url.pathname));
});

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

async function keptOrFetched(request, path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}
