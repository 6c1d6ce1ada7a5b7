import { rmSync } from 'node:fs';

export default async () => {
  const started = globalThis.potokPostgres;
  if (!started) return;
  await started.server.stop();
  rmSync(started.folder, { recursive: true, force: true });
};
