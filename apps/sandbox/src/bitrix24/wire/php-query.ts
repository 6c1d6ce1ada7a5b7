/** What PHP makes of `a[b][]=c`: text, or a map whose keys may be numbers. */
export type PhpValue = string | PhpMap;
export interface PhpMap {
  [key: string]: PhpValue;
}

/** PHP's own limit (`max_input_nesting_level`). */
const DEEPEST = 64;

const decode = (text: string): string => {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
};

const emptyMap = (): PhpMap => Object.create(null) as PhpMap;

/** Reads a query or a form as PHP does: brackets nest, `[]` counts on, the last of two equal names wins, an empty pair is passed over. */
export const parsePhpQuery = (text: string): PhpMap => {
  const root = emptyMap();
  for (const pair of text.split('&')) {
    const [name, value] = splitPair(pair);
    if (name !== '') put(root, pathOf(name), value);
  }
  return root;
};

const splitPair = (pair: string): readonly [string, string] => {
  const at = pair.indexOf('=');
  return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
};

const pathOf = (name: string): readonly string[] => {
  const open = name.indexOf('[');
  if (open <= 0 || !name.endsWith(']')) return [name];
  return [name.slice(0, open), ...name.slice(open + 1, -1).split('][')].slice(0, DEEPEST);
};

const put = (root: PhpMap, path: readonly string[], value: string): void => {
  let here = root;
  path.forEach((step, at) => {
    const key = step === '' ? nextIndex(here) : step;
    if (at === path.length - 1) here[key] = value;
    else here = descend(here, key);
  });
};

const descend = (here: PhpMap, key: string): PhpMap => {
  const there = here[key];
  if (typeof there === 'object') return there;
  return (here[key] = emptyMap());
};

const nextIndex = (map: PhpMap): string => {
  const numbers = Object.keys(map).filter((key) => /^\d+$/.test(key));
  return String(numbers.reduce((most, key) => Math.max(most, Number(key) + 1), 0));
};

/** Writes nested facts as a PHP form body: `data[FIELDS][ID]=7`, brackets percent-encoded as the real one sends them. */
export const buildPhpForm = (facts: Readonly<Record<string, unknown>>): string =>
  pairsOf(facts, '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');

const pairsOf = (value: unknown, name: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => pairsOf(inner, name === '' ? key : `${name}[${key}]`));
  return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
};
