/** The browser: CHROMIUM, or chromium or chrome on PATH. */
export declare const findChromium: () => string | undefined;
export declare const ensureTestTools: () => Promise<void>;
