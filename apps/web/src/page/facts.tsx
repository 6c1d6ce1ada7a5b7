import type { ReactNode } from 'react';

export interface FactRow {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values, one under another; what is absent is left out. */
export const Facts = ({ rows }: { readonly rows: readonly (FactRow | undefined)[] }) => (
  <dl className="facts">
    {rows
      .filter((row) => row !== undefined)
      .map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

/** A row, unless there is nothing to say. */
export const fact = (label: string, value: ReactNode): FactRow | undefined =>
  value === undefined || value === null || value === '' ? undefined : { label, value };
