/**
 * Puts steps side by side, so that no core is idle while there is something to do: most checks fill one, test runners
 * fill all of them.
 */

/**
 * @typedef {object} Lane
 * @property {string} name
 * @property {number} [cores] how many it keeps busy; one where nothing is said, and never more than there are
 * @property {readonly string[]} [after] names of those whose end it waits for; those that are not run are not waited for
 */

/**
 * Starts each as soon as there are cores for it, the first in the list first. One that fills all cores is not kept
 * waiting by smaller ones that come after it.
 *
 * @template {Lane} Step
 * @template Result
 * @param {readonly Step[]} steps
 * @param {number} cores how many there are
 * @param {(step: Step) => Promise<Result>} start
 * @returns {Promise<Result[]>} in the order of the list
 * @throws what `start` rejects with, once all that was begun has ended
 */
export async function runSideBySide(steps, cores, start) {
  const results = new Map();
  const running = new Map();
  const waiting = [...steps];
  const isAwaited = (name) => steps.some((step) => step.name === name && !results.has(step));
  const coresOf = ({ cores: wanted = 1 }) => Math.min(wanted, cores);
  while (results.size < steps.length) {
    for (const step of [...waiting]) {
      if (step.after?.some(isAwaited)) continue;
      const busy = [...running.keys()].reduce((sum, other) => sum + coresOf(other), 0);
      if (busy + coresOf(step) > cores) break;
      waiting.splice(waiting.indexOf(step), 1);
      running.set(
        step,
        start(step).then((result) => [step, result]),
      );
    }
    if (running.size === 0) throw new Error(`${waiting.map(({ name }) => name).join(', ')} wait for each other`);
    const [step, result] = await Promise.race(running.values());
    running.delete(step);
    results.set(step, result);
  }
  return steps.map((step) => results.get(step));
}
