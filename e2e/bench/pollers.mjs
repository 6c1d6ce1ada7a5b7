const EVERY_MS = 50;
const CURSORS = `SELECT id, kind, lease_holder AS holder, fence::int FROM cursor WHERE is_enabled`;

/** Who polls the boxes of operators: how often each is polled, and how many workers had one in turn. */
export const watchPollers = async ({ db }) => {
  const began = performance.now();
  const holders = new Map();
  const first = new Map();
  const last = new Map();
  const look = async () => {
    for (const { id, kind, holder, fence } of (await db.query(CURSORS)).rows.filter(
      (one) => one.kind === 'operator-box',
    )) {
      if (!first.has(id)) first.set(id, fence);
      last.set(id, fence);
      holders.set(id, (holders.get(id) ?? new Set()).add(`${kind} ${holder}`));
    }
  };
  await look();
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      await look();
      const seconds = (performance.now() - began) / 1000;
      return {
        boxes: first.size,
        pollsPerSecond: Math.max(0, ...[...first].map(([id, fence]) => (last.get(id) - fence) / seconds)),
        workersInTurn: Math.max(0, ...[...holders.values()].map((names) => names.size)),
      };
    },
  };
};
