import type { StandInTools } from '../../server/stand-in.js';
import type { Store } from '../../store/store.js';
import { type Entity } from './entity.js';

/** How often something was done to an object: what tests count. */
export interface Deeds {
  created: number;
  updated: number;
  posted: number;
  unposted: number;
  /** Postings that 1С refused. */
  refused: number;
}

export interface OneCBase {
  readonly entities: Record<string, Entity[]>;
  readonly deeds: Record<string, Deeds>;
  readonly lastNumbers: Record<string, number>;
  version: number;
  /** Дата запрета изменения: nothing up to this date may be written or posted. */
  closedThrough: string;
}

const MOSCOW_MS = 3 * 60 * 60 * 1000;

/** The base with the hands that its requests need. */
export class OneCRoom {
  constructor(
    private readonly store: Store<OneCBase>,
    readonly tools: StandInTools,
  ) {}

  get base(): OneCBase {
    return this.store.data;
  }

  save(): Promise<void> {
    return this.store.save();
  }

  /** Time of the server, without a zone, as 1С keeps it. */
  now(): string {
    return new Date(this.tools.now().getTime() + MOSCOW_MS).toISOString().slice(0, 19);
  }

  list(set: string): Entity[] {
    return (this.base.entities[set] ??= []);
  }

  find(set: string, refKey: string): Entity | undefined {
    return this.list(set).find((one) => one.Ref_Key === refKey);
  }

  deedsOf(refKey: string): Deeds {
    return (this.base.deeds[refKey] ??= { created: 0, updated: 0, posted: 0, unposted: 0, refused: 0 });
  }

  /** Eight bytes of which the first four count the writes, in base64. */
  nextVersion(): string {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32BE((this.base.version += 1), 0);
    return bytes.toString('base64');
  }

  nextNumber(kind: string): number {
    return (this.base.lastNumbers[kind] = (this.base.lastNumbers[kind] ?? 0) + 1);
  }
}
