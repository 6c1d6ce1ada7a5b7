/** The seed of everything random in the fault tests: what failed once fails again with FAULT_SEED=… */
export const FAULT_SEED = Number(process.env['FAULT_SEED'] ?? '20250117');

export interface Dice {
  /** From 0 up to 1, 1 left out. */
  readonly roll: () => number;
  /** A whole number, both ends may come. */
  readonly between: (from: number, to: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** The same row of numbers for the same seed (mulberry32). */
export const dice = (seed: number = FAULT_SEED): Dice => {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    roll,
    between: (from, to) => from + Math.floor(roll() * (to - from + 1)),
    pick: (list) => {
      const found = list[Math.floor(roll() * list.length)];
      if (found === undefined) throw new Error('There is nothing to pick from');
      return found;
    },
  };
};
