const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

const swaps = new Map([
  ...Array.from(LATIN, (char, index) => [char, CYRILLIC[index] ?? char] as const),
  ...Array.from(CYRILLIC, (char, index) => [char, LATIN[index] ?? char] as const),
]);

/** What was meant when the keyboard stood in the other layout: `lbflj` → `диадо`. */
export const otherLayout = (text: string): string =>
  Array.from(text.toLowerCase(), (char) => swaps.get(char) ?? char).join('');

/** The Latin letter of a key, by its place when the layout is not Latin; other keys by their names. */
export const letterOf = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string => {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (code.startsWith('Key')) return code.slice(3).toLowerCase();
  if (code === 'Slash' && key === '.') return '/';
  return key;
};
