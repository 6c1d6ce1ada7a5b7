export declare const pairs: Readonly<Record<string, readonly string[]>>;
export declare const testPairs: Readonly<Record<string, readonly string[]>>;
export declare const dataFiles: readonly { readonly from: readonly string[]; readonly to: string }[];
export declare const pureRooms: readonly string[];
