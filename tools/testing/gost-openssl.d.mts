export interface GostOpenssl {
  /** Where its commands run; removed by `close`. */
  readonly folder: string;
  readonly run: (args: readonly string[], input?: Uint8Array) => Buffer;
  readonly close: () => void;
}
export const gostOpenssl: (say?: (line: string) => void) => GostOpenssl;
