// Keeps the application's files, so that the door opens without a network. Never an answer of a service.
// Files of two releases are never mixed: each release has a version, and a cache that is filled whole.
const CACHE = 'tixgo-@version@';
const FILES = ['@files@']; // All that Portal serves, by their paths.

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
