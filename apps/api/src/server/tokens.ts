/** What is handed in at boot, by name of injection. */
export const CONFIG = Symbol('CONFIG');
export const CLOCK = Symbol('CLOCK');
export const LOG = Symbol('LOG');
export const APP_POOL = Symbol('APP_POOL');
export const LISTENER = Symbol('LISTENER');
export const BLOBS = Symbol('BLOBS');
