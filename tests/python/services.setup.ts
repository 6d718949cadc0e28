/** Servers for all test files at once: those that are found or started here are in the environment of each. */
import { createServices, mustHaveServices } from '../../src/cli/execute/services.ts';
import { SERVICES } from '../../src/content/service.ts';

// biome-ignore lint/style/noDefaultExport: Vitest calls it.
export default async function provideServices(): Promise<() => Promise<void>> {
  const services = createServices();
  for (const absence of await Promise.all(SERVICES.map((name) => services.findAbsence(name)))) {
    if (absence === undefined) continue;
    if (mustHaveServices()) throw new Error(`In CI every service must be there, and this one is not: ${absence}`);
    console.warn(`Blocks and examples that need it are skipped: ${absence}`);
  }
  for (const [name, value] of Object.entries(services.environmentFor(SERVICES))) {
    if (value !== undefined) process.env[name] = value;
  }
  return () => services.close();
}
