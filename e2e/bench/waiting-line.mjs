const LINE = `
  SELECT (SELECT count(*) FROM inbox WHERE status = 'new')::int AS inbox, (SELECT count(*) FROM outbox)::int AS outbox,
         (SELECT count(*) FROM run WHERE status IN ('accepted', 'running'))::int AS runs`;

/** What is in the waiting line now: deliveries, orders to Temporal, runs that are to go on. Those that wait for the outside are in none. */
export const lineNow = async ({ db }) => {
  const { inbox, outbox, runs } = (await db.query(LINE)).rows[0];
  return { inbox, outbox, runs, all: inbox + outbox + runs };
};

const EVERY_MS = 1000;

/** Looks at the waiting line every second; `stop` answers what was seen. */
export const watchLine = (bench) => {
  const seen = [];
  const began = Date.now();
  let looking = Promise.resolve();
  const look = () => {
    looking = lineNow(bench).then((line) => seen.push({ sec: (Date.now() - began) / 1000, ...line }));
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      return seen;
    },
  };
};

/** By how many the line grew over its second half: along the straight line that fits best. */
export const growthOf = (seen) => {
  const half = seen.slice(Math.floor(seen.length / 2));
  if (half.length < 2) return 0;
  const mean = (of) => half.reduce((sum, one) => sum + of(one), 0) / half.length;
  const [sec, all] = [mean((one) => one.sec), mean((one) => one.all)];
  const spread = half.reduce((sum, one) => sum + (one.sec - sec) ** 2, 0);
  const perSecond = half.reduce((sum, one) => sum + (one.sec - sec) * (one.all - all), 0) / spread;
  return perSecond * (half.at(-1).sec - half[0].sec);
};

const SHOWN = 12;

/** The line over time in as many figures as one reads at a glance. */
export const courseOf = (seen) => {
  const step = Math.max(1, Math.ceil(seen.length / SHOWN));
  return seen
    .filter((_, at) => at % step === 0 || at === seen.length - 1)
    .map(({ sec, all, inbox, outbox, runs }) => `${Math.round(sec)} с: ${all} (${inbox}+${outbox}+${runs})`)
    .join(', ');
};
