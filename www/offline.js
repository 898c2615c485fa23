// Works without network from the second visit on; what another program shared waits in the service worker.
import { ownScript } from "./trusted.js";

/**
 * @param {string} language Whose words are kept.
 * @param {(text: string) => void} take Called with what was shared.
 * @param {(fresh: ServiceWorker) => void} offer Called when a newer version waits.
 */
export async function installOffline(language, take, offer) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  serviceWorker.addEventListener("message", ({ data }) => {
    if (typeof data?.shared === "string" && data.shared) take(data.shared);
  });
  const registration = await serviceWorker.register(ownScript("service-worker.js"));
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state !== "installed" || !serviceWorker.controller) return;
      serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      offer(fresh);
    });
  });
  const { active } = await serviceWorker.ready;
  active?.postMessage({ keep: new URL(`words/${language}.js`, import.meta.url).href });
  if (location.hash === "#shared") active?.postMessage("shared");
}
