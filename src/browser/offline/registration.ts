/** Puts the service worker to work, and away. */
import { WORKER } from './manifest.ts';

/** Resolves when the worker is at work. */
export async function registerWorker(
  workers: Pick<ServiceWorkerContainer, 'register' | 'ready'>,
  base: string,
): Promise<void> {
  await workers.register(`${base}${WORKER}`, { scope: base });
  await workers.ready;
}

/** @param site the site's address: origin and base */
export async function unregisterWorker(
  workers: Pick<ServiceWorkerContainer, 'getRegistration'>,
  site: string,
): Promise<void> {
  const registration = await workers.getRegistration(site);
  // Without one of its own, a site below another one's base is given that one's.
  if (registration?.scope === site) await registration.unregister();
}
