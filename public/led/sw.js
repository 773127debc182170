// Keeps copies of what a public screen was last sent, so that a player that starts while the server is away shows the last good page. The
// network always comes first; the figures are not kept here, but by the page, which knows which of them are good.
const CACHE = "bluezone-led-1", SLOW = 8000, MOST = 40;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// A whole answer within the time, or none: half a page is worse than the one before.
const whole = async (request) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), SLOW);
  try {
    const response = await fetch(request, { signal: stop.signal });
    await response.clone().arrayBuffer();
    return response;
  } finally {
    clearTimeout(timer);
  }
};

const keep = async (request, response) => {
  const cache = await caches.open(CACHE);
  await cache.put(request, response);
  const keys = await cache.keys();
  // Files of earlier releases; the oldest go first.
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
};

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || /\/data\/|\/release\.txt$/.test(url.pathname)) return;
  event.respondWith((async () => {
    try {
      const response = await whole(request);
      if (response.ok && response.type === "basic") event.waitUntil(keep(request, response.clone()).catch(() => 0));
      if (response.status < 500) return response;
      return (await caches.match(request, { ignoreSearch: true })) || response;
    } catch (error) {
      const kept = await caches.match(request, { ignoreSearch: true });
      if (kept) return kept;
      throw error;
    }
  })());
});
