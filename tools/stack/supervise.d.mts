export interface ChildSpec {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly graceMs?: number;
  readonly isReady: () => Promise<boolean>;
}
export interface Child {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}
export declare const supervise: (spec: ChildSpec) => Child;
