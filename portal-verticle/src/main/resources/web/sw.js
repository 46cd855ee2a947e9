// Keeps the application's files, so that the door opens without a network. Never an answer of a service.
const CACHE = 'tixgo-files';
const FILES = [
  '/', '/icon.svg', '/manifest.webmanifest', '/css/tokens.css', '/css/base.css', '/css/views.css', '/css/door.css',
  '/lib/lit-element.js', '/lib/lit-html.js', '/lib/reactive-element.js', '/lib/css-tag.js', '/lib/idb.js',
  '/lib/wrap-idb-value.js', '/lib/html5-qrcode.js',
  ...['account', 'conflicts', 'devices', 'door', 'event', 'event-form', 'events', 'landing', 'live', 'scans', 'tickets', 'users']
    .map((view) => `/js/views/${view}.js`),
  ...['answer', 'api', 'app', 'checkin', 'database', 'en', 'feed', 'format', 'gatebook', 'i18n', 'id', 'judge', 'logout', 'numbers', 'outbox', 'routes', 'scanner', 'session', 'signal', 'theme', 'view']
    .map((part) => `/js/${part}.js`),
];

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => skipWaiting()));
});

addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const own = url.origin === location.origin && event.request.method === 'GET';
  if (own && FILES.includes(url.pathname)) event.respondWith(keptOrFetched(event.request, url.pathname));
});

/** What is kept, at once; what the network has is kept for the next time. */
async function keptOrFetched(request, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(path, response.clone());
    return response;
  });
  if (!kept) return fresh;
  fresh.catch(() => {});
  return kept;
}
