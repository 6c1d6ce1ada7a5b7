// Journeys share one stack, so what one leaves behind the next one finds: they go in the same order on every machine, by path.
import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Compares as strings, not as words of a language: the order is the same whatever the machine speaks. */
export const byPath = (tests) => [...tests].sort((one, other) => (one.path < other.path ? -1 : 1));

export default class JourneyOrder extends Sequencer {
  sort(tests) {
    return byPath(tests);
  }
}
