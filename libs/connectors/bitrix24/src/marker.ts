const SHORT = 8;

/** The mark by which a comment or task of a key is known again; short, at the end, and no markup of the portal. */
export const markerOf = (key: string): string => `[potok:${key.slice(0, SHORT)}]`;

export const hasMarker = (text: string | undefined, key: string): boolean => text?.includes(markerOf(key)) ?? false;

/** A person's words with the mark behind them; what the portal would read as BB code is broken by an invisible space. */
export const commentText = (text: string, key: string): string => `${withoutMarkup(text)} ${markerOf(key)}`;

const ZERO_WIDTH_SPACE = '\u200B';
const withoutMarkup = (text: string): string => text.replace(/\[(?=[a-z/*])/gi, `[${ZERO_WIDTH_SPACE}`);
