/** What was opened before. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Calls `open` once what was opened so before is there, or has failed. Tests that run at the same time open their browsers
 * one after another: those that start at once keep each other from reading.
 */
export function inTurn<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  const opening = last.then(open);
  last = opening.catch(() => undefined);
  return opening;
}
