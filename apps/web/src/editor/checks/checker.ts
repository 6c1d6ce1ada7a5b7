import type { Manifest } from '@potok/contracts';
import type { CheckAnswer, CheckOrder } from './check-order.js';

type Ask = { readonly kind: 'compile' | 'shape'; readonly scenario: unknown; readonly language: 'ru' | 'en' };

/** An answer that has not come by then will not: the worker is ended and begun anew. */
const PATIENCE_MS = 10_000;

/** The compiler beside the page: it never holds up what is drawn. */
export class Checker {
  private worker: Worker | undefined;
  private count = 0;
  private readonly waiting = new Map<number, (answer: CheckAnswer | undefined) => void>();

  constructor(private readonly manifest: Manifest) {}

  /** `undefined` when no answer came: the drawing is then checked by the API alone. */
  ask(ask: Ask): Promise<CheckAnswer | undefined> {
    const id = (this.count += 1);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.stop(), PATIENCE_MS);
      this.waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      this.send({ ...ask, id });
    });
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    waiting.forEach((resolve) => resolve(undefined));
  }

  private send(order: CheckOrder): void {
    this.worker ??= this.begin();
    this.worker.postMessage(order);
  }

  private begin(): Worker {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module', name: 'checks' });
    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      const resolve = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      resolve?.(data);
    });
    worker.addEventListener('error', () => this.stop());
    worker.postMessage({ kind: 'manifest', manifest: this.manifest } satisfies CheckOrder);
    return worker;
  }
}
