/** How a step's last try stands: done, answered by an example, failed, or old since something before it has changed. */
export type TriedMark = 'done' | 'example' | 'failed' | 'stale';
