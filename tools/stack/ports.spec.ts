import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openHome } from './home.mjs';
import { choosePorts, freePort } from './ports.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'potok-ports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const home = () => openHome(folder);
const NAMES = ['api', 'sandbox', 'worker', 'postgres', 'temporal', 'temporalUi'];

const withTakenPort = async (work: (port: number) => Promise<void>) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
};

it('keeps the ports of a folder, also when they are not asked to be free the next time', async () => {
  const first = await choosePorts(home(), true, {});
  expect(Object.keys(first)).toEqual(NAMES);
  expect(await choosePorts(home(), false, {})).toEqual(first);
});

it('says which port is taken and how to name another', async () => {
  const ports = await choosePorts(home(), true, {});
  await withTakenPort(async (port) => {
    const taken = choosePorts(home(), false, { POTOK_PORT_TEMPORAL_UI: String(port) });
    await expect(taken).rejects.toThrow(
      `Порт ${port} (Temporal UI) занят другой программой. Освободите его или задайте другой: POTOK_PORT_TEMPORAL_UI=НОМЕР npm start.`,
    );
  });
  const other = await freePort();
  expect(await choosePorts(home(), false, { POTOK_PORT_API: String(other) })).toEqual({ ...ports, api: other });
});

it.each(['abc', '0', '70000', '41.5'])('takes no «%s» for a port', async (given) => {
  await expect(choosePorts(home(), true, { POTOK_PORT_API: given })).rejects.toThrow(
    `POTOK_PORT_API: нужен номер порта от 1 до 65535, а задано «${given}».`,
  );
});

it('needs no port for a database and a Temporal that are given', async () => {
  await choosePorts(home(), true, {});
  await withTakenPort(async (port) => {
    const taken = { POTOK_PORT_POSTGRES: String(port), POTOK_PORT_TEMPORAL: String(port) };
    const given = { DATABASE_URL: 'postgres://x', TEMPORAL_ADDRESS: 'y:1' };
    await expect(choosePorts(home(), false, { ...taken, ...given })).resolves.toMatchObject({});
    await expect(choosePorts(home(), false, taken)).rejects.toThrow('занят');
  });
});
