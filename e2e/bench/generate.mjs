import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./generator.mjs', import.meta.url));

/** Posts documents from a process of its own and answers what it saw. */
export const generate = (order) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [PROGRAM, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) done(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      else fail(new Error(`the generator ended with ${code}`));
    });
  });
