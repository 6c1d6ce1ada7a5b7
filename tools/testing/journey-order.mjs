// Journeys share one stack, so what one leaves behind the next one finds: they go in the same order on every machine, by path.
import sequencer from '@jest/test-sequencer';

// Node and jest hand a CommonJS package over in two ways.
const Sequencer = sequencer.default ?? sequencer;

/** Compares as strings, not as words of a language: the order is the same whatever the machine speaks. */
export const byPath = (tests) => [...tests].sort((one, other) => (one.path < other.path ? -1 : 1));

export default class JourneyOrder extends Sequencer {
  sort(tests) {
    return byPath(tests);
  }
}
