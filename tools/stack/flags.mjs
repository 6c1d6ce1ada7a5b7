import { Sorry } from './say.mjs';

/** What follows a command: `--home FOLDER` and plain flags. A word that nobody knows is refused, not overlooked. */
export const readFlags = (args, known) => {
  const at = args.indexOf('--home');
  const home = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && (home === undefined || home.startsWith('--'))) throw new Sorry('После --home нужна папка.');
  const words = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const strange = words.find((word) => !known.includes(word));
  if (strange !== undefined)
    throw new Sorry(`Неизвестный ключ «${strange}». Есть ${[...known, '--home ПАПКА'].join(', ')}.`);
  return { home, has: (name) => words.includes(name) };
};
