const SHORTEST = 4;
const MASK = '•••';

/**
 * Hides secret values in a text, as they are and as they stand in URLs. Values shorter than four characters are left:
 * they would hide half of every text and prove nothing.
 */
export const redact = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.split(secret).join(MASK), text);

/** A URL for a log: without user, query and fragment, with secrets in the path hidden. */
export const redactUrl = (url: URL, secrets: readonly string[]): string =>
  redact(`${url.protocol}//${url.host}${url.pathname}`, secrets);
