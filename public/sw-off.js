// Takes the place of the worker that keeps copies: removes them and itself. Published by --no-offline.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("bluezone-page-")).map((name) => caches.delete(name)));
  await self.registration.unregister();
})()));
