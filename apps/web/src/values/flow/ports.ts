const PORT = /^[a-z][a-zA-Z0-9_-]{0,39}$/;
/** Ways out that every decision or step has already. */
const TAKEN: ReadonlySet<string> = new Set(['otherwise', 'error', 'done']);

export const isPort = (text: string): boolean => PORT.test(text);

/** `branch3`: a name for a new way out that no other has. */
export const freshPort = (ports: readonly string[]): string => {
  let number = ports.length + 1;
  while (ports.includes(`branch${number}`)) number += 1;
  return `branch${number}`;
};

export const isTakenPort = (port: string, others: readonly string[]): boolean =>
  TAKEN.has(port) || others.includes(port);
