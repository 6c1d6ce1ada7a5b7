import { DiadocError } from '../http/diadoc-error.js';
import type { Operation } from '../http/operation.js';

/** Gone since 10.11.2026; the rest of the deprecated methods still answers. */
const REMOVED: readonly (readonly [Operation['method'], string])[] = [
  ['POST', '/V2/AcquireCounteragent'],
  ['GET', '/AcquireCounteragentResult'],
  ['GET', '/GetCounteragent'],
];

export const removedOperations: readonly Operation[] = REMOVED.map(([method, path]) => ({
  method,
  path,
  isOpen: true,
  handle: async () => {
    throw new DiadocError(410, `Метод ${path} удалён, используйте новую версию`);
  },
}));
