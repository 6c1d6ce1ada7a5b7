import { openLine, type Line } from '../support/line.js';
import { makeOwnStack, type OwnStack } from '../support/own-stack.js';
import type { Dice } from './seeded.js';

const LINKS = {
  'worker-postgres': 'postgres',
  'worker-temporal': 'temporal',
  'api-postgres': 'postgres',
  sandbox: 'sandbox',
} as const;
export type Link = keyof typeof LINKS;

/** A stack of its own whose processes speak to each other over lines of ours. */
export interface LinedStack {
  readonly stack: OwnStack;
  readonly lines: Readonly<Record<Link, Line>>;
  start(env?: Readonly<Record<string, string>>): Promise<void>;
  /** `between`: after its processes have ended, before its folder goes. */
  stop(between: () => void): Promise<void>;
}

export const layLines = async (): Promise<LinedStack> => {
  const stack = await makeOwnStack();
  const open = (link: Link) => openLine(stack.ports[LINKS[link]] ?? 0);
  const lines = {
    'worker-postgres': await open('worker-postgres'),
    'worker-temporal': await open('worker-temporal'),
    'api-postgres': await open('api-postgres'),
    sandbox: await open('sandbox'),
  };
  const via = Object.entries(lines)
    .map(([link, line]) => `${link}=${line.port}`)
    .join(',');
  return {
    stack,
    lines,
    start: (env = {}) => stack.start({ POTOK_VIA: via, ...env }),
    stop: async (between) => {
      for (const line of Object.values(lines)) line.mend();
      await stack.stop(between);
      await Promise.all(Object.values(lines).map((line) => line.close()));
    },
  };
};

/** Bad weather on all lines for a time: cuts, delays, halved packets, now here, now there. Mended at the end. */
export const storm = async (lines: readonly Line[], dice: Dice, forMs: number): Promise<void> => {
  const end = Date.now() + forMs;
  while (Date.now() < end) {
    const line = dice.pick(lines);
    dice.pick([
      () => void line.cut(),
      () => void line.cut(),
      () => line.slow(dice.between(5, 120)),
      () => line.halve(true),
      () => line.mend(),
    ])();
    await new Promise((done) => setTimeout(done, dice.between(50, 350)));
  }
  for (const line of lines) line.mend();
};
