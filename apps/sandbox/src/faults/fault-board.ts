import { randomUUID } from 'node:crypto';

import type { ArmedFault, FaultKind, FaultMatch, FaultOrder, FaultTarget } from './fault.js';

/** The faults that somebody armed. In memory: a new start is a healthy one. */
export class FaultBoard {
  private armed: readonly ArmedFault[] = [];

  arm(order: FaultOrder): ArmedFault {
    const fault: ArmedFault = { ...order, id: randomUUID(), met: 0 };
    this.armed = [...this.armed, fault];
    return fault;
  }

  /** Idempotent. */
  disarm(id: string): void {
    this.armed = this.armed.filter((fault) => fault.id !== id);
  }

  clear(): void {
    this.armed = [];
  }

  list(): readonly ArmedFault[] {
    return this.armed;
  }

  /** The first armed fault of these kinds that fits; counts it as met and forgets it after its last time. */
  take(target: FaultTarget, kinds: readonly FaultKind[]): ArmedFault | undefined {
    const found = this.armed.find((fault) => kinds.includes(fault.kind) && fits(fault, target));
    if (!found) return undefined;
    const met = { ...found, met: found.met + 1 };
    const isSpent = met.times !== undefined && met.met >= met.times;
    this.armed = isSpent
      ? this.armed.filter((fault) => fault.id !== found.id)
      : this.armed.map((fault) => (fault.id === found.id ? met : fault));
    return met;
  }
}

const fits = (fault: FaultOrder, target: FaultTarget): boolean =>
  fault.system === target.system && fitsMatch(fault.match ?? {}, target);

const fitsMatch = (match: FaultMatch, target: FaultTarget): boolean =>
  (match.method === undefined || match.method.toUpperCase() === target.method.toUpperCase()) &&
  (match.path === undefined || target.path.toLowerCase().includes(match.path.toLowerCase()));
