import type { Home } from './home.mjs';
import type { ChildSpec } from './supervise.mjs';

export declare const workerSpec: (given: {
  readonly home: Home;
  readonly ports: Readonly<Record<string, number>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly log?: string;
}) => ChildSpec;
