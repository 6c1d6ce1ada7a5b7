import { SetMetadata } from '@nestjs/common';
import type { Scope } from './caller.js';

export const IS_PUBLIC = 'potok:is-public';
export const NEEDED_SCOPE = 'potok:needed-scope';

/** May be called by anybody. */
export const Public = () => SetMetadata(IS_PUBLIC, true);

/** What a token must be allowed to; without it `read` for GET and `write` for all else. */
export const Needs = (scope: Scope) => SetMetadata(NEEDED_SCOPE, scope);
