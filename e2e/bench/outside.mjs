// The outside of the benchmark: an operator that takes a document and calls back 50 ms later, and an accounting that takes it at last. It counts both.
import { createServer } from 'node:http';

const CALLBACK_AFTER_MS = 50;
const REPEAT_AFTER_MS = 200;

/** `repeats`: how often it calls back again before it gives a callback up. */
export const startOutside = async (port, { repeats = 5 } = {}) => {
  const counts = { sent: new Map(), exported: new Map(), sunk: 0, refusedCallbacks: 0, lostCallbacks: 0 };
  /** When a document came for the first time, by `Date.now()`. */
  const times = { sent: new Map(), exported: new Map() };
  const waiting = new Map();
  let doors = [];
  let turn = 0;

  /** As a balancer would: each call back to the next of the doors, where there are several. */
  const throughNextDoor = (url) => {
    if (doors.length === 0) return url;
    turn = (turn + 1) % doors.length;
    return `${doors[turn]}${new URL(url).pathname}`;
  };
  const count = (kind, id) => {
    counts[kind].set(id, (counts[kind].get(id) ?? 0) + 1);
    if (!times[kind].has(id)) times[kind].set(id, Date.now());
  };

  const callBack = async (url, id, left = repeats) => {
    const isTaken = await fetch(throughNextDoor(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, status: 'accepted' }),
    }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
    if (isTaken) return;
    counts.refusedCallbacks += 1;
    if (left === 0) counts.lostCallbacks += 1;
    else setTimeout(() => void callBack(url, id, left - 1), REPEAT_AFTER_MS);
  };

  const take = (request, text) => {
    if (request.url.startsWith('/sink')) {
      counts.sunk += 1;
      return 200;
    }
    const id = request.headers['x-document-id'] ?? JSON.parse(text).id;
    if (request.url.startsWith('/operator')) {
      count('sent', id);
      const url = request.headers['x-callback-url'];
      setTimeout(() => void callBack(url, id), CALLBACK_AFTER_MS);
      return 202;
    }
    count('exported', id);
    waiting.get(id)?.();
    waiting.delete(id);
    return 200;
  };

  const server = createServer((request, answer) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const status = take(request, Buffer.concat(chunks).toString('utf8'));
      answer.writeHead(status, { 'content-type': 'application/json' });
      answer.end('{}');
    });
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    counts,
    times,
    callBackThrough: (urls) => {
      doors = urls;
    },
    doubled: () => [...counts.sent.values(), ...counts.exported.values()].filter((times) => times > 1).length,
    /** Resolves when the document has reached accounting; rejects after a minute. */
    exported: (id) =>
      new Promise((done, fail) => {
        const timer = setTimeout(() => fail(new Error(`${id} did not arrive`)), 60_000);
        waiting.set(id, () => {
          clearTimeout(timer);
          done();
        });
      }),
    close: () => new Promise((done) => server.close(done)),
  };
};

/** A document of ten lines, about 1.1 KB. */
export const documentOf = (id) => ({
  id,
  number: id,
  date: '2026-11-24',
  seller: { name: 'ООО «Поток Демо»', inn: '9601000019', kpp: '960101001' },
  buyer: { name: 'ООО «Ромашка»', inn: '9601000026', kpp: '960101001' },
  lines: Array.from({ length: 10 }, (_, index) => ({
    name: `Товар № ${index + 1}`,
    quantity: '3',
    price: '1250.50',
    vatRate: '22',
  })),
});
