export declare const byPath: <T extends { readonly path: string }>(tests: readonly T[]) => T[];
