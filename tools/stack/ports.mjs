import { createServer } from 'node:net';
import { Sorry } from './say.mjs';

/** A port that is free now. */
export const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

export const isPortFree = (port) =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });

const DEFAULT_PORTS = { api: 4100, sandbox: 4300, worker: 4101, postgres: 54321, temporal: 47233, temporalUi: 48233 };
const WORDS = {
  api: 'веб и API',
  sandbox: 'песочница',
  worker: 'исполнитель',
  postgres: 'PostgreSQL',
  temporal: 'Temporal',
  temporalUi: 'Temporal UI',
};
const variableOf = (name) => `POTOK_PORT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** Whoever brings a database or a Temporal of their own needs no port for ours. */
const isNeeded = (name, env) =>
  name === 'postgres' ? !env.DATABASE_URL : !(name.startsWith('temporal') && env.TEMPORAL_ADDRESS);

const givenPort = (variable, env) => {
  const given = env[variable];
  if (given === undefined || given === '') return undefined;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Sorry(`${variable}: нужен номер порта от 1 до 65535, а задано «${given}».`);
};

/** Remembered in ports.json: what was set up in this folder (webhooks, addresses of the sandbox) goes on to work. */
const makePorts = async (home, hasFreePorts) => {
  const known = home.readJson('ports.json');
  if (known) return known;
  if (!hasFreePorts) return DEFAULT_PORTS;
  const ports = {};
  for (const name of Object.keys(DEFAULT_PORTS)) ports[name] = await freePort();
  home.writeJson('ports.json', ports);
  return ports;
};

/** The ports of this folder's stack, each known to be free, or one sentence that says which is not and what to do. */
export const choosePorts = async (home, hasFreePorts, env = process.env) => {
  const ports = { ...(await makePorts(home, hasFreePorts)) };
  for (const name of Object.keys(ports).filter((one) => isNeeded(one, env))) {
    const variable = variableOf(name);
    ports[name] = givenPort(variable, env) ?? ports[name];
    if (!(await isPortFree(ports[name])))
      throw new Sorry(
        `Порт ${ports[name]} (${WORDS[name]}) занят другой программой. Освободите его или задайте другой: ${variable}=НОМЕР npm start.`,
      );
  }
  return ports;
};
