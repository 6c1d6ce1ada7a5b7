import { makeDiadoc } from './diadoc/stand-in.js';
import type { StandIn } from './server/stand-in.js';

/** Every stand-in of the sandbox, in no order. */
export const makeStandIns = (): readonly StandIn[] => [makeDiadoc()];
