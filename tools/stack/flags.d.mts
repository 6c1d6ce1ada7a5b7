export declare const readFlags: (
  args: readonly string[],
  known: readonly string[],
) => { readonly home: string | undefined; readonly has: (name: string) => boolean };
