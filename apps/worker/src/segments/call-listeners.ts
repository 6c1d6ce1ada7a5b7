import { AsyncLocalStorage } from 'node:async_hooks';
import type { OutsideCall } from '@potok/contracts';

type Listener = (call: OutsideCall) => void;

/**
 * Clients of outside systems are kept open and shared by steps, so who made a call is known from the work that is being
 * done. Pollers, checks and the like have no listener, and their calls are not kept.
 */
export class CallListeners {
  private readonly listeners = new AsyncLocalStorage<Listener>();

  /** Of the work that asks. */
  readonly current = (): Listener | undefined => this.listeners.getStore();

  during<T>(listener: Listener, work: () => Promise<T>): Promise<T> {
    return this.listeners.run(listener, work);
  }
}
