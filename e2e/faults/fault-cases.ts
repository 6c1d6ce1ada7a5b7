import { expect } from '@jest/globals';
import { sandbox } from '../support/stack.js';
import { printTable, type FaultRow } from './fault-table.js';
import { Fleet } from './fleet.js';
import { Reconciler, type Reckoning } from './reconcile-counts.js';

/** What a case is called in the table. */
export interface CaseName {
  readonly name: string;
  readonly victim: string;
  readonly moment: string;
}

const CLEAN = { lost: [], sentTwice: [], postedTwice: [], falseStates: [], orphanWaits: [], undrained: [] };

/** The cases of one file: each with runs of its own, counted when it is over, and all in one table at the end. */
export class FaultCases {
  private readonly rows: FaultRow[] = [];
  private readonly reconciler = new Reconciler();

  constructor(private readonly title: string) {}

  /**
   * Gives the work a fresh fleet, then counts: nothing may be lost, sent twice or posted twice, no state false, no wait
   * without an owner, and no more runs wait for a person than `parked` says.
   */
  async go(name: CaseName, work: (fleet: Fleet) => Promise<void>, parked = 0): Promise<Reckoning> {
    const began = Date.now();
    const fleet = await Fleet.open();
    await work(fleet);
    return this.count(name, { began, fleet, parked });
  }

  /** Something is done to runs that are there already, and they are counted. */
  async goOn(name: CaseName, fleet: Fleet, work: () => Promise<void>): Promise<Reckoning> {
    const began = Date.now();
    await work();
    return this.count(name, { began, fleet, parked: 0 });
  }

  private async count(
    name: CaseName,
    of: { readonly began: number; readonly fleet: Fleet; readonly parked: number },
  ): Promise<Reckoning> {
    const reckoning = await this.reconciler.reckon(of.fleet.expected);
    await sandbox('DELETE', 'faults');
    this.rows.push({ ...name, seconds: (Date.now() - of.began) / 1000, reckoning });
    const { runs, needsAPerson, ...counts } = reckoning;
    expect({ ...counts, runs }).toEqual({ ...CLEAN, runs: of.fleet.given });
    expect(needsAPerson).toHaveLength(of.parked);
    return reckoning;
  }

  /** Prints the table, and leaves the outside as others expect it. */
  async end(): Promise<void> {
    printTable(this.title, this.rows);
    await Fleet.leave();
  }
}
