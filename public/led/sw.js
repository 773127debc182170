// Keeps copies of what a public screen was last sent, so that a player that starts while the server is away shows the last good page. The
// network comes first, and is waited for where nothing is kept; the figures are not kept here, but by the page, which knows which are good.
const CACHE = "bluezone-led-1", SLOW = 8000, MOST = 40;

// One page, however it is set up.
const key = (request) => (request.mode === "navigate" ? request.url.split("?")[0] : request.url);

const keep = async (name, response) => {
  const cache = await caches.open(CACHE);
  // The newest comes last.
  await cache.delete(name);
  await cache.put(name, response);
  const keys = await cache.keys();
  // Files of earlier releases; the oldest go first.
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((old) => cache.delete(old)));
};

// The revision of the figures that a page was made from; of two pages the one of the higher revision is the newer.
const revision = async (page) => +(/ data-revision="(\d+)"/.exec(await page.clone().text()) || [0, 0])[1];

// Whole, of the type that its name promises, and ours: not the start page of a host, nor a captive portal's.
const ours = async (response, name) => {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return false;
  const path = new URL(name).pathname, type = response.headers.get("content-type") || "", body = response.clone();
  if (/\/(index\.html)?$/.test(path)) {
    const page = await body.text();
    return /html/.test(type) && / data-face="led/.test(page) && /<\/html>\s*$/.test(page);
  }
  if (path.endsWith(".wasm")) return new Uint8Array(await body.arrayBuffer()).slice(0, 4).join() === "0,97,115,109";
  await body.arrayBuffer();
  return !/html/.test(type) && (!path.endsWith(".js") || /javascript/.test(type));
};

// A good answer, which is kept, or none: half a page is worse than the one before. So is a page of before, from some cache on the way.
const ask = async (request, name) => {
  const response = await fetch(request);
  if (!(await ours(response, name))) return { response, good: false };
  const kept = name.endsWith("/") && (await caches.match(name));
  if (kept && (await revision(kept)) > (await revision(response))) return { response: kept, good: true };
  await keep(name, response.clone()).catch(() => 0);
  return { response, good: true };
};

// The screens' pages, and the module that each names.
const first = async () => {
  for (const page of [self.registration.scope, `${self.registration.scope}en/`]) {
    const { response, good } = await ask(page, page);
    // An engine that can't run the module does not fetch it.
    if (!good || self.location.search !== "?module") continue;
    const text = await response.clone().text();
    for (const [, file] of text.matchAll(/"([^"]*bluezone-led-[\w-]+\.(?:js|wasm))"/g)) await ask(file, new URL(file, page).href);
  }
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(first().catch(() => 0));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url), name = key(request);
  if (request.method !== "GET" || url.origin !== self.location.origin || /\/data\/|\/release\.txt$/.test(url.pathname)) return;
  event.respondWith((async () => {
    const kept = await caches.match(name);
    // A name with a hash in it says all of what it holds.
    if (kept && /\/bluezone-led-/.test(url.pathname)) return kept;
    const fresh = ask(request, name);
    // What is not ours counts as away, where there is something better to show.
    if (!kept) return (await fresh).response;
    event.waitUntil(fresh.catch(() => 0));
    const late = new Promise((stop) => setTimeout(() => stop(kept), SLOW));
    return Promise.race([fresh.then(({ response, good }) => (good ? response : kept), () => kept), late]);
  })());
});
