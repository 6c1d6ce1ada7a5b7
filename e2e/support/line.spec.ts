import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { openLine, type Line } from './line.js';

let echo: Server;
let line: Line;
const ends: Socket[] = [];
beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((done) => echo.listen(0, '127.0.0.1', done));
  const address = echo.address();
  line = await openLine(typeof address === 'object' && address !== null ? address.port : 0);
});
afterEach(async () => {
  for (const end of ends.splice(0)) end.destroy();
  await line.close();
  await new Promise((done) => echo.close(done));
});

const call = () => {
  const socket = connect(line.port, '127.0.0.1').on('error', () => undefined);
  ends.push(socket);
  return socket;
};
const closed = (socket: Socket) => new Promise<void>((done) => socket.once('close', () => done()));
const heard = (socket: Socket, bytes: number) =>
  new Promise<{ readonly text: string; readonly pieces: number }>((done) => {
    let [text, pieces] = ['', 0];
    socket.on('data', (piece) => {
      text += piece.toString();
      pieces += 1;
      if (text.length >= bytes) done({ text, pieces });
    });
  });

it('carries what it is given, in order, also when it halves and delays', async () => {
  line.halve(true);
  line.slow(5);
  const socket = call();
  const answer = heard(socket, 8);
  socket.write('abcd');
  socket.write('efgh');
  expect(await answer).toMatchObject({ text: 'abcdefgh' });
  expect((await answer).pieces).toBeGreaterThan(1);
});

it('resets what is open when it is cut, and carries the next call', async () => {
  const first = call();
  const greeting = heard(first, 2);
  first.write('hi');
  await greeting;
  const end = closed(first);
  expect(line.cut()).toBe(1);
  await end;
  const second = call();
  const answer = heard(second, 2);
  second.write('yo');
  expect((await answer).text).toBe('yo');
});

it('takes no call while it is taken away, and takes them when it is mended', async () => {
  line.takeAway();
  await closed(call());
  line.mend();
  const socket = call();
  const answer = heard(socket, 2);
  socket.write('ok');
  expect((await answer).text).toBe('ok');
});
