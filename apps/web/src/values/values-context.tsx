import type { Finding } from '@potok/contracts';
import { DEFAULT_TIME_ZONE } from '@potok/scenario';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { Picker } from './pick.js';
import { type ConnectionOf, type LocalNames, noNames, type ValueScope } from './value-scope.js';

interface Values {
  readonly scope: ValueScope;
  readonly findings: readonly Finding[];
  readonly connectionOf: ConnectionOf;
  readonly names: LocalNames;
  /** The clock of all previews of one form. */
  readonly now: Date;
  /** By which the node's schedule goes. */
  readonly timeZone: string;
}

const ValuesContext = createContext<Values | undefined>(undefined);
const PickerContext = createContext<Picker>(new Picker());

/** Lets a source tree and the fields beside it know of each other: a click in the tree goes to the last field. */
export const PickerProvider = ({ children }: { readonly children: ReactNode }) => {
  const picker = useMemo(() => new Picker(), []);
  return <PickerContext value={picker}>{children}</PickerContext>;
};

export const usePicker = (): Picker => use(PickerContext);

interface Props {
  readonly scope: ValueScope;
  readonly findings?: readonly Finding[] | undefined;
  readonly connectionOf: ConnectionOf;
  readonly timeZone?: string | undefined;
  readonly children: ReactNode;
}

const noFindings: readonly Finding[] = [];

export const ValuesProvider = ({
  scope,
  findings = noFindings,
  connectionOf,
  timeZone = DEFAULT_TIME_ZONE,
  children,
}: Props) => {
  const values = useMemo(
    () => ({ scope, findings, connectionOf, names: noNames, now: new Date(), timeZone }),
    [scope, findings, connectionOf, timeZone],
  );
  return <ValuesContext value={values}>{children}</ValuesContext>;
};

export const useValues = (): Values => {
  const values = use(ValuesContext);
  if (values === undefined) throw new Error('A field stands outside ValuesProvider.');
  return values;
};

/** Inside the body of a `$each` its names are known too. */
export const NamesProvider = ({ names, children }: { readonly names: LocalNames; readonly children: ReactNode }) => {
  const outer = useValues();
  const values = useMemo(
    () => ({
      ...outer,
      names: {
        schemas: { ...outer.names.schemas, ...names.schemas },
        values: { ...outer.names.values, ...names.values },
      },
    }),
    [outer, names],
  );
  return <ValuesContext value={values}>{children}</ValuesContext>;
};
