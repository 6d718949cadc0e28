/**
 * Notices that npm has been ended. The shell between npm and a script keeps signals to itself, so that whoever ends
 * `npm start` would leave the server behind.
 */

/** How often to look, in milliseconds. */
const INTERVAL = 1_000;
const parent = process.ppid;

/**
 * Calls back once when the npm that started this script is gone; never for a script that was started by hand.
 * @param {() => void} callback
 * @returns {() => void} stops looking
 */
export function onOrphaned(callback) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}
