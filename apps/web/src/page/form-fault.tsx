import { useTexts } from '../app/texts/use-texts.js';
import { FaultBox } from './fault-box.js';
import { fieldFaultsOf } from './field-faults.js';

interface Props {
  readonly error: unknown;
  /** Does this field stand in the form, so that its sentence is shown there? */
  readonly hasField: (pointer: string) => boolean;
}

/** A refused form: one line when every sentence stands at its field, else the whole refusal. */
export const FormFault = ({ error, hasField }: Props) => {
  const { page, forms } = useTexts();
  if (error === null || error === undefined) return null;
  const fields = Object.keys(fieldFaultsOf(error));
  if (fields.length === 0 || !fields.every(hasField)) return <FaultBox error={error} title={page.actFaultTitle} />;
  return (
    <p className="form-fault" role="alert">
      {forms.mendMarked}
    </p>
  );
};
