/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
  /** When the list was asked to count: how many there are under the same conditions, over all pages. */
  readonly total?: number;
  /** There are more than `total`: counting stopped there. */
  readonly isTotalCapped?: boolean;
}

/** How many there are; as in a page. */
export type CountView = Required<Pick<Page<never>, 'total'>> & Pick<Page<never>, 'isTotalCapped'>;

/** RFC 9457, with what a form needs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** JSON pointer of the field at fault. */
  readonly field?: string;
  readonly errors?: readonly {
    readonly field: string;
    readonly code: string;
    readonly detail: string;
    readonly node?: string;
  }[];
  /** Of a conflict: what stands in the way, for a program to act on (`theirs`, `by`, `at`, `name`, `since`). */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly traceId?: string;
}
