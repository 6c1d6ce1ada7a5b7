import type { Home } from './home.mjs';

export declare const freePort: () => Promise<number>;
export declare const isPortFree: (port: number) => Promise<boolean>;
export declare const choosePorts: (
  home: Home,
  hasFreePorts: boolean,
  env?: NodeJS.ProcessEnv,
) => Promise<Readonly<Record<string, number>>>;
