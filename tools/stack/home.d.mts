export interface Home {
  readonly dir: string;
  readonly path: (name: string) => string;
  readonly log: (name: string) => string;
  readonly readJson: (name: string) => unknown;
  readonly writeJson: (name: string, value: unknown, mode?: number) => void;
  readonly remove: (name: string) => void;
}
export interface ProcessNote {
  readonly pid: number;
  readonly began: string | undefined;
}
export declare const DEFAULT_HOME: string;
export declare const openHome: (folder?: string) => Home;
export declare const isAlive: (note: ProcessNote) => boolean;
export declare const takeLock: (home: Home) => { readonly release: () => void };
export declare const clearHome: (home: Home) => void;
export declare const ensureSecrets: (home: Home) => Readonly<Record<string, string>>;
