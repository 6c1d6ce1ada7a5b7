import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import type { JsonSchema } from '@potok/contracts';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { celTypeWord, shownValue, typeWord } from './shown-value.js';
import type { Result } from './use-result.js';

interface Props {
  readonly id: string;
  readonly result: Result;
  readonly schema: JsonSchema;
}

const Told = ({ id, result, schema }: Props) => {
  const speech = useEditorSpeech();
  const { values } = speech.texts;
  switch (result.kind) {
    case 'none':
      return null;
    case 'error':
      return (
        <p id={id} className="value-fault">
          <IconAlertTriangle size={14} aria-hidden /> {result.sentence}
        </p>
      );
    case 'trouble':
      return (
        <p id={id} className="value-warning">
          <IconAlertTriangle size={14} aria-hidden /> {values.onSample(result.sentence)}
        </p>
      );
    case 'no-data': {
      const type = result.type === undefined ? typeWord(schema, speech.texts) : celTypeWord(result.type, speech.texts);
      return (
        <p id={id} className="value-result dim">
          {`${values.bySchema}: ${type} (${values.noSample})`}
        </p>
      );
    }
    case 'value':
      return (
        <p id={id} className="value-result">
          <IconArrowRight size={14} aria-label={values.result} />{' '}
          {result.value === undefined ? values.noResult : shownValue(result.value, schema, speech)}
        </p>
      );
  }
};

/** Under a field: what it comes to over the sample, or what is wrong. */
export const ResultLine = (props: Props) => (
  <div aria-live="polite">
    <Told {...props} />
  </div>
);
