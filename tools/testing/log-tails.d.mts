export declare const tailOf: (
  text: string,
  lines?: number,
) => { readonly troubles: readonly string[]; readonly last: readonly string[] };
export declare const logTails: (folder: string) => string;
