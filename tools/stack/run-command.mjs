import { spawnGuarded } from './spawn-guarded.mjs';

/** Runs a command to its end; it ends with us, however we end. Its output is shown only when it fails. */
export const runCommand = (command, { cwd }) =>
  new Promise((done, fail) => {
    const child = spawnGuarded(command, { cwd, stdout: 'pipe' });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      // Ends the guard's watcher too.
      child.stdin.destroy();
      if (code === 0) done(output);
      else fail(new Error(`${command.join(' ')}: ${signal ?? `код ${code}`}\n${output}`));
    });
  });
