import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { UnstyledButton } from '@mantine/core';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { MappingSampleView, SampleResult } from './use-sample-results.js';

interface Props {
  readonly samples: readonly MappingSampleView[];
  readonly sampleId: string | undefined;
  readonly results: ReadonlyMap<string, SampleResult>;
  readonly onSample: (id: string) => void;
}

const State = ({ result }: { readonly result: SampleResult | undefined }) => {
  const { mapping } = useEditorTexts();
  const errors = result?.findings.filter(({ severity }) => severity !== 'warning') ?? [];
  if (result === undefined) {
    return (
      <span className="dim">
        <IconClock size={14} aria-hidden /> {mapping.sampleChecking}
      </span>
    );
  }
  if (errors.length === 0) {
    return (
      <span className="mapping-fine">
        <IconCheck size={14} aria-hidden /> {mapping.sampleFine}
      </span>
    );
  }
  return (
    <span className="mapping-wrong">
      <IconAlertTriangle size={14} aria-hidden /> {mapping.sampleWrong(errors.length)}
      <span className="mapping-first">{errors[0]?.detail}</span>
    </span>
  );
};

/** The saved samples: each fits, or what is wrong with it; a click shows it. */
export const SamplesTable = ({ samples, sampleId, results, onSample }: Props) => {
  const { mapping } = useEditorTexts();
  if (samples.length === 0) return <p className="mapping-none">{mapping.noSamples}</p>;
  return (
    <table className="mapping-samples" aria-label={mapping.samples}>
      <thead>
        <tr>
          <th scope="col">{mapping.sampleName}</th>
          <th scope="col">{mapping.sampleState}</th>
        </tr>
      </thead>
      <tbody>
        {samples.map(({ id, name }) => (
          <tr key={id} data-chosen={id === sampleId}>
            <td>
              <UnstyledButton
                aria-label={mapping.showSample(name)}
                aria-pressed={id === sampleId}
                onClick={() => onSample(id)}
              >
                {name}
              </UnstyledButton>
            </td>
            <td>
              <State result={results.get(id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
