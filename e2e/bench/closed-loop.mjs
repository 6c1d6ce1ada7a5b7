export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
export const median = (values) => quantile(values, 0.5);

/** A closed loop: each of `clients` begins its next document when its last was exported. */
export const closedLoop = async ({ clients, documents, post, outside, prefix }) => {
  const acks = [];
  const ends = [];
  let next = 0;
  const client = async () => {
    while (next < documents) {
      next += 1;
      const id = `${prefix}-${next}`;
      const arrived = outside.exported(id);
      const began = performance.now();
      await post(id);
      acks.push(performance.now() - began);
      await arrived;
      ends.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: documents / seconds,
    ackP50: quantile(acks, 0.5),
    ackP99: quantile(acks, 0.99),
    endP50: quantile(ends, 0.5),
    endP99: quantile(ends, 0.99),
  };
};
