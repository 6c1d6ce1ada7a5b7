import postgresTeardown from './postgres-teardown.mjs';

export default async () => {
  await postgresTeardown();
  const child = globalThis.potokTemporal;
  if (!child) return;
  await new Promise((done) => {
    child.once('exit', done);
    child.kill('SIGTERM');
  });
};
