import { spawn } from 'node:child_process';

// The child's stdin is its lifeline: when this process dies in any way, the pipe closes and the child gets its stop signal.
const GUARD =
  'exec 3<&0 </dev/null; ( ( exec >/dev/null 2>&1; read -r _ <&3; kill -s "$STOP_SIGNAL" $$ ) & ); exec 3<&-; exec "$@"';

/** Starts a command that ends with this process, however this process ends. */
export const spawnGuarded = (command, { stopSignal = 'TERM', env = process.env, stdout = 'ignore', ...options } = {}) =>
  spawn('/bin/sh', ['-c', GUARD, 'sh', ...command], {
    detached: true,
    stdio: ['pipe', stdout, stdout],
    env: { ...env, STOP_SIGNAL: stopSignal },
    ...options,
  });
