import type { DataSource } from 'typeorm';

interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly body: Record<string, unknown>;
}
interface Answered {
  readonly status: 'done' | 'refused';
  readonly answer: unknown;
}

export interface PlayedWorker {
  /** What it was asked, in order. */
  readonly asked: readonly Asked[];
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 20;

/** Answers requests as the worker does. */
export const playWorker = (owner: DataSource, answer: (asked: Asked) => Answered): PlayedWorker => {
  const asked: Asked[] = [];
  const look = () =>
    owner.transaction(async (tx) => {
      const rows = await tx.query<Asked[]>(`SELECT id, kind, body FROM request WHERE status = 'new' ORDER BY id`);
      for (const row of rows) {
        asked.push(row);
        const { status, answer: said } = answer(row);
        const values = [row.id, status, JSON.stringify(said)];
        await tx.query('UPDATE request SET status = $2, answer = $3, answered_at = now() WHERE id = $1', values);
        await tx.query(`SELECT pg_notify('potok_answer', $1)`, [row.id]);
      }
    });
  let isStopped = false;
  const looking = (async () => {
    while (!isStopped) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  return {
    asked,
    stop: async () => {
      isStopped = true;
      await looking;
    },
  };
};
