/** Below this a piece of work is over before anybody else could notice it: about a twentieth of a second. */
const HEAVY_BYTES = 256 * 1024;

let last: Promise<void> = Promise.resolve();

const nextTurn = () =>
  new Promise<void>((done) => {
    setTimeout(done, 0);
  });

/**
 * Awaited before each piece of work that keeps the process busy: over a whole document, say. However many runs ask at once,
 * one piece is done per turn of the event loop, so that heartbeats and short steps of other runs come between them. What is
 * small goes on at once. Never fails.
 */
export const heavyTurn = (sizeBytes: number): Promise<void> => {
  if (sizeBytes < HEAVY_BYTES) return Promise.resolve();
  last = last.then(nextTurn);
  return last;
};
