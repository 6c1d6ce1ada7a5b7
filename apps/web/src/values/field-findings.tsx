import { findingsAt } from './pointer.js';
import { useValues } from './values-context.js';

interface Props {
  readonly pointer: string;
  /** Also what is said of the parts of the value. */
  readonly isDeep: boolean;
}

/** What the compiler says of a field. */
export const FieldFindings = ({ pointer, isDeep }: Props) => {
  const { findings } = useValues();
  return findingsAt(findings, pointer, isDeep).map(({ code, severity, detail, field }) => (
    <p key={`${code}${field ?? ''}${detail}`} className={severity === 'error' ? 'value-fault' : 'value-warning'}>
      {detail}
    </p>
  ));
};
