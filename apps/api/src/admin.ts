import { env } from 'node:process';
import { text } from 'node:stream/consumers';
import { readConfig } from '@potok/config';
import { openDatabase } from '@potok/persistence';
import { adminCommands } from './identity/admin-commands.js';

/**
 * For whoever runs the installation: `node admin.js create-user < order.json`. Reads one JSON object from stdin, prints
 * one to stdout. Goes by the same environment as the API.
 */
const [command = ''] = process.argv.slice(2);
const known = Object.keys(adminCommands);
const run = Object.hasOwn(adminCommands, command) ? adminCommands[command as keyof typeof adminCommands] : undefined;

if (run === undefined) {
  process.stderr.write(`Команды: ${known.join(', ')}. Данные — JSON на stdin.\n`);
  process.exitCode = 2;
} else {
  const pool = await openDatabase(readConfig(env, 'api').appDatabaseUrl, { poolSize: 2 });
  try {
    process.stdout.write(
      `${JSON.stringify(await run(pool, JSON.parse(await text(process.stdin)) as Record<string, unknown>))}\n`,
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await pool.destroy();
  }
}
