import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import type { OrganizationForm, OrganizationKind } from './organization-form.js';

export interface FieldsProps {
  readonly form: OrganizationForm;
  /** Sentences by the pointer of their field. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (form: OrganizationForm) => void;
}

interface FieldProps extends FieldsProps {
  readonly at: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly isNumber?: boolean;
  readonly type?: 'date';
}

const Field = ({ form, faults, onChange, at, label, hint, isRequired = false, isNumber = false, type }: FieldProps) => (
  <TextInput
    label={label}
    required={isRequired}
    value={form.text[at] ?? ''}
    onChange={(event) => onChange({ ...form, text: { ...form.text, [at]: event.currentTarget.value } })}
    error={faults[at]}
    {...(hint === undefined ? {} : { description: hint })}
    {...(isNumber ? { inputMode: 'numeric' as const, className: 'num' } : {})}
    {...(type === undefined ? {} : { type })}
  />
);

interface ChoiceProps extends FieldsProps {
  readonly at: string;
  readonly label: string;
  readonly hint?: string;
  readonly words: Readonly<Record<string, string>>;
}

/** A value that has no words of ours stays what it is. */
const Choice = ({ form, faults, onChange, at, label, hint, words }: ChoiceProps) => {
  const value = form.text[at] ?? '';
  const known = value === '' || value in words ? words : { ...words, [value]: value };
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={Object.entries(known).map(([name, word]) => ({ value: name, label: word }))}
      value={value}
      onChange={(next) => onChange({ ...form, text: { ...form.text, [at]: next ?? value } })}
      error={faults[at]}
      {...(hint === undefined ? {} : { description: hint })}
    />
  );
};

const Trader = (props: FieldsProps) => {
  const { settings } = useSettingsTexts();
  return (
    <div className="fields three">
      <Field {...props} at="/person/lastName" label={settings.lastName} isRequired />
      <Field {...props} at="/person/firstName" label={settings.firstName} isRequired />
      <Field {...props} at="/person/middleName" label={settings.middleName} />
    </div>
  );
};

const Numbers = (props: FieldsProps) => {
  const { settings } = useSettingsTexts();
  const isLegal = props.form.kind === 'legal';
  return (
    <div className="fields three">
      <Field {...props} at="/inn" label={settings.inn} isRequired isNumber />
      {isLegal ? <Field {...props} at="/kpp" label={settings.kpp} isRequired isNumber /> : null}
      <Field {...props} at="/ogrn" label={isLegal ? settings.ogrn : settings.ogrnip} isNumber />
      {isLegal ? null : <Field {...props} at="/ogrnDate" label={settings.ogrnDate} type="date" />}
    </div>
  );
};

export const RequisiteFields = (props: FieldsProps) => {
  const { settings } = useSettingsTexts();
  const { form, onChange } = props;
  const isLegal = form.kind === 'legal';
  return (
    <>
      <SegmentedControl
        aria-label={settings.kind}
        data={Object.entries(settings.shortKinds).map(([value, label]) => ({ value, label }))}
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind: kind as OrganizationKind })}
      />
      <Field
        {...props}
        at="/name"
        label={settings.name}
        hint={isLegal ? settings.legalNameHint : settings.traderNameHint}
        isRequired
      />
      {isLegal ? null : <Trader {...props} />}
      <Numbers {...props} />
      <div className="fields two">
        <Choice {...props} at="/taxRegime" label={settings.taxRegime} words={settings.taxRegimes} />
        <Choice {...props} at="/timeZone" label={settings.timeZone} words={settings.timeZones} />
      </div>
    </>
  );
};

export const AddressFields = (props: FieldsProps) => {
  const { settings } = useSettingsTexts();
  return (
    <>
      <Field {...props} at="/address/text" label={settings.address} hint={settings.addressHint} />
      <div className="fields two">
        <Field {...props} at="/address/postalCode" label={settings.postalCode} isNumber />
        <Field {...props} at="/address/regionCode" label={settings.regionCode} isNumber />
      </div>
    </>
  );
};

export const BankFields = (props: FieldsProps) => {
  const { settings } = useSettingsTexts();
  return (
    <>
      <Field {...props} at="/bank/bankName" label={settings.bankName} />
      <div className="fields three">
        <Field {...props} at="/bank/account" label={settings.account} isNumber />
        <Field {...props} at="/bank/bik" label={settings.bik} isNumber />
        <Field {...props} at="/bank/correspondentAccount" label={settings.correspondentAccount} isNumber />
      </div>
    </>
  );
};
