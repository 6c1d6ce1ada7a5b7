export interface Outside {
  readonly counts: {
    readonly sent: Map<string, number>;
    readonly exported: Map<string, number>;
    readonly refusedCallbacks: number;
    readonly lostCallbacks: number;
  };
  exported(id: string): Promise<void>;
  close(): Promise<void>;
}
export declare const startOutside: (port: number, options?: { readonly repeats?: number }) => Promise<Outside>;
export declare const documentOf: (id: string) => object;
