const SHORTEST = 6;
const LONG_ENOUGH_ALONE = 10;

/** Every text inside the secrets that must not be seen in a log or a trace. */
export const secretTexts = (secrets: unknown): string[] => {
  if (typeof secrets === 'string') return ofText(secrets).filter((text) => text.length >= SHORTEST);
  return typeof secrets === 'object' && secrets !== null ? Object.values(secrets).flatMap(secretTexts) : [];
};

/** Of an address that is itself a secret (an incoming webhook) the host may be seen, and nothing after it. */
const ofText = (text: string): string[] => {
  if (!/^https?:/.test(text) || !URL.canParse(text)) return [text];
  const { pathname, username, password, searchParams } = new URL(text);
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const parts = path.split('/').filter((part) => part.length >= LONG_ENOUGH_ALONE);
  return [path, ...parts, username, password, ...searchParams.values()];
};
