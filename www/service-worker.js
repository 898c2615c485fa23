// Keeps the page for use without network, and takes what other programs share. It answers from one cache of one
// version, so that no old file ever meets a new one.

/** Set by the build: a hash of every file. */
const VERSION = "development";

/** Set by the build: every file of the page. @type {string[]} */
const FILES = [];

const CACHE = `nutgraf-${VERSION}`;
const worker = /** @type {any} */ (globalThis);

/** What was shared last, until the page asks for it. It is never stored. */
let shared = "";

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })))),
  );
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith("nutgraf-") && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
    })(),
  );
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") worker.skipWaiting();
  // The words of the reader's language, which the first visit loaded before this worker was there.
  if (event.data?.keep) event.waitUntil(caches.open(CACHE).then((cache) => cache.add(event.data.keep)));
  if (event.data === "shared") {
    event.source.postMessage({ shared });
    shared = "";
  }
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.pathname.endsWith("/share")) {
    event.respondWith(
      (async () => {
        const form = await request.formData();
        shared = ["title", "text"]
          .map((name) => form.get(name))
          .filter(Boolean)
          .join("\n\n");
        return Response.redirect("./#shared", 303);
      })(),
    );
    return;
  }
  if (request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith(
    (async () => {
      const cache = await caches.open(CACHE);
      const found = await cache.match(request, { ignoreSearch: true });
      if (found) return found;
      // A part that is loaded only for some files: kept from then on, so that those are read offline, too.
      const answer = await fetch(request);
      if (answer.ok) await cache.put(request, answer.clone());
      return answer;
    })(),
  );
});
