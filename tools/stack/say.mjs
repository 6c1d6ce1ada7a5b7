// What the launcher says while it works: one line a step, with the time it took.
const started = Date.now();
const seconds = (ms) => `${(ms / 1000).toFixed(1)} с`;

export const say = (text) => process.stdout.write(`${text}\n`);

/** Says a step, does it, and says how long it took. Longer than 5 s: a sign of life every 5 s. */
export const step = async (text, work) => {
  const began = Date.now();
  process.stdout.write(`· ${text} … `);
  const beat = setInterval(() => process.stdout.write(`${seconds(Date.now() - began)} … `), 5000);
  try {
    const result = await work();
    process.stdout.write(`${seconds(Date.now() - began)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('не вышло\n');
    throw error;
  } finally {
    clearInterval(beat);
  }
};

export const sinceStart = () => seconds(Date.now() - started);

/** A failure with a sentence for a person; no stack is printed for it. */
export class Sorry extends Error {}

export const endWith = (error) => {
  process.stderr.write(error instanceof Sorry ? `\n${error.message}\n` : `\n${error.stack ?? error}\n`);
  process.exitCode = 1;
};
