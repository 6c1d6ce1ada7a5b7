import { createServer, connect, type Socket } from 'node:net';

/** A line between two processes that can be cut, slowed, broken into small pieces, or taken away for a while. */
export interface Line {
  /** Where the near end listens; the far end is `targetPort` of this machine. */
  readonly port: number;
  /** Resets every connection that is open now. Answers how many there were. */
  cut(): number;
  /** Holds everything that comes for so long, in both directions. */
  slow(delayMs: number): void;
  /** Passes on what comes in two pieces, the second a moment later. */
  halve(isHalving: boolean): void;
  /** Cuts, and resets whoever calls, until it is mended. */
  takeAway(): void;
  mend(): void;
  close(): Promise<void>;
}

interface Weather {
  delayMs: number;
  isHalving: boolean;
  isGone: boolean;
}

export const openLine = async (targetPort: number): Promise<Line> => {
  const weather: Weather = { delayMs: 0, isHalving: false, isGone: false };
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    if (weather.isGone) {
      near.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const far = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
    near.setNoDelay(true);
    const pair = [near, far] as const;
    pairs.add(pair);
    carry(near, far, weather);
    carry(far, near, weather);
    far.once('close', () => pairs.delete(pair));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const cut = () => {
    const count = pairs.size;
    for (const pair of pairs) for (const end of pair) end.resetAndDestroy();
    pairs.clear();
    return count;
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut,
    slow: (delayMs) => void (weather.delayMs = delayMs),
    halve: (isHalving) => void (weather.isHalving = isHalving),
    takeAway: () => {
      weather.isGone = true;
      cut();
    },
    mend: () => void Object.assign(weather, { delayMs: 0, isHalving: false, isGone: false } satisfies Weather),
    close: async () => {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
};

const MOMENT_MS = 5;
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One direction. Pieces keep their order, whatever the weather is when they come. */
const carry = (from: Socket, to: Socket, weather: Weather): void => {
  let carried: Promise<void> = Promise.resolve();
  const pass = async (piece: Buffer) => {
    if (weather.delayMs > 0) await rest(weather.delayMs);
    const middle = weather.isHalving ? Math.floor(piece.length / 2) : 0;
    if (middle > 0) {
      to.write(piece.subarray(0, middle));
      await rest(MOMENT_MS);
    }
    if (!to.destroyed) to.write(piece.subarray(middle));
  };
  from.on('data', (piece: Buffer) => {
    carried = carried.then(() => pass(piece));
  });
  from.on('end', () => void carried.then(() => to.end()));
  from.on('error', () => to.destroy());
  from.on('close', () => void carried.then(() => to.destroy()));
};
