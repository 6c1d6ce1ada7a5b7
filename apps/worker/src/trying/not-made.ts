import type { TriedWhy } from '@potok/contracts';

/** Thrown out of a step that is tried, where it would go on to what a try does not do. It is then answered by a sample or an example. */
export class NotMade extends Error {
  readonly code = 'NOT_MADE';
  constructor(readonly why: TriedWhy) {
    super(`NOT_MADE ${why}`);
  }
}

/** Told first, so that a node that swallows what is thrown is found out too. */
export type TellNotMade = (why: TriedWhy) => void;

export const notMade = (tell: TellNotMade, why: TriedWhy): never => {
  tell(why);
  throw new NotMade(why);
};
