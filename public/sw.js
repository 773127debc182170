// Keeps what a reader was last sent, for the next visit without a network. The network always comes first; only what is whole and ours is kept, so
// that the page of a host or of a hotel's gate never takes a good copy's place. It is withdrawn by publishing with --no-offline.
const CACHE = "bluezone-page-1", SLOW = 6000, MOST = 60;
const { scope } = self.registration;

// How each kind of file of ours begins and ends.
const FIGURES = [/\/data\/[\w.-]+\.json$/, "application/json", async (answer) => "districts" in (await answer.json())];
const KINDS = [
  FIGURES,
  [/\/(index\.html)?$/, "text/html", async (answer) => / data-face="page"[^]*<\/html>\s*$/.test(await answer.text())],
  [/\/bluezone-[\w-]+\.js$/, "javascript", async (answer) => !/^\s*</.test(await answer.text())],
  [/\/bluezone-[\w-]+\.wasm$/, "wasm", async (answer) => new Uint32Array((await answer.arrayBuffer()).slice(0, 4))[0] === 0x6d736100],
  [/\/bluezone-text-[\w-]+\.txt$/, "text/plain", async (answer) => !/^\s*</.test(await answer.text())],
  [/\/bluezone-[\w-]+\.css$/, "text/css", async (answer) => (await answer.text()).length > 0],
  [/\/fonts\/[\w-]+\.woff2$/, "", async (answer) => new Uint32Array((await answer.arrayBuffer()).slice(0, 4))[0] === 0x32464f77],
];

// The pages, their figures, and what draws them; embeds and screens are asked for as if nobody stood between.
const kindOf = (url) => !/\/(embed|led|desk)\//.test(url.pathname) && KINDS.find(([path]) => path.test(url.pathname));
const nameOf = (url) => url.href.split(/[?#]/)[0].replace(/index\.html$/, "");
const isOurs = async (kind, answer) => {
  const type = answer.headers.get("content-type") || "";
  return answer.ok && !answer.redirected && answer.type === "basic" && type.includes(kind[1]) && kind[2](answer.clone()).catch(() => false);
};

const keep = async (name, answer) => {
  const cache = await caches.open(CACHE);
  // The newest comes last; files of earlier releases go first.
  await cache.delete(name);
  await cache.put(name, answer);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => cache.delete(old)));
};

// The answer of the network, kept if it is ours.
const ask = async (request, kind, name) => {
  const answer = await fetch(request);
  const ours = await isOurs(kind, answer);
  if (ours) await keep(name, answer.clone()).catch(() => 0);
  return { answer, ours };
};

// What was kept; of a page never seen the whole province's, which knows every district by its address.
const kept = async (url) => {
  const cache = await caches.open(CACHE);
  const home = /\/en\//.test(url.pathname) ? `${scope}en/` : scope;
  const copy = (await cache.match(nameOf(url))) || (/\/$/.test(nameOf(url)) && (await cache.match(home)));
  if (!copy) return null;
  // Not the server's own word: the page must be able to say that its figures are a copy.
  return new Response(await copy.blob(), { status: 203, headers: copy.headers });
};

const answerTo = async (request, url, kind) => {
  const old = await kept(url), fresh = ask(request, kind, nameOf(url));
  if (!old) return (await fresh).answer;
  const late = new Promise((stop) => setTimeout(stop, SLOW, { answer: old, ours: true }));
  const { answer, ours } = await Promise.race([fresh.catch(() => ({ answer: old, ours: true })), late]);
  // «No such page» is an answer too, and of figures the page itself judges; a page of somebody else is none.
  const isJson = (answer.headers.get("content-type") || "").includes("json");
  const isAnswer = ours || (answer.status >= 400 && answer.status < 500) || (answer.ok && kind === FIGURES && isJson);
  return isAnswer ? answer : old;
};

// Whatever the open pages and the whole province's need, mostly out of the browser's own cache. The chart is kept once somebody has seen it.
const first = async () => {
  // What never ends would keep the page itself from asking for the same.
  const limit = new AbortController();
  setTimeout(() => limit.abort(), SLOW);
  const open = (await self.clients.matchAll({ includeUncontrolled: true, type: "window" })).map((client) => new URL(client.url));
  for (const url of [new URL(scope), ...open]) {
    const kind = url.href.startsWith(scope) && kindOf(url);
    if (!kind) continue;
    const had = (name) => new Request(name, { cache: "force-cache", signal: limit.signal });
    const { answer, ours } = await ask(had(nameOf(url)), kind, nameOf(url));
    if (!ours) continue;
    const page = await answer.clone().text();
    const files = [...page.matchAll(/["(]([^"()]*\/(?:bluezone-(?:map|history|pages|zoom)-[\w-]+\.(?:js|wasm)|bluezone-beside-[\w-]+\.css|bluezone-text-[\w-]+\.txt|fonts\/[\w-]+\.woff2))["?)]/g)].map(([, file]) => file);
    for (const file of new Set([...files, `${scope}data/campaign.json`])) {
      const of = new URL(file, url);
      if (of.href.startsWith(scope) && !(await caches.match(nameOf(of)))) await ask(had(of.href), kindOf(of), nameOf(of)).catch(() => 0);
    }
  }
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(first().catch(() => 0));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url), kind = url.href.startsWith(scope) && kindOf(url);
  if (request.method === "GET" && kind) event.respondWith(answerTo(request, url, kind));
});
