import { makeBitrix24 } from './bitrix24/bitrix24.js';
import { makeDiadoc } from './diadoc/stand-in.js';
import { makeOneC } from './onec/onec.js';
import type { StandIn } from './server/stand-in.js';

/** Every stand-in of the sandbox, in the order of their tabs. */
export const makeStandIns = (): readonly StandIn[] => [makeBitrix24(), makeDiadoc(), makeOneC()];
