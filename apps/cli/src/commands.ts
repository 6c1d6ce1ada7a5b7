import type { Command } from './command.js';
import { reconcile } from './reconcile/reconcile.js';

/** All that `potok` can do. */
export const commands: readonly Command[] = [reconcile];
