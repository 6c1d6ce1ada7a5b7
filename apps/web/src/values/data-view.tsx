import { SegmentedControl } from '@mantine/core';
import type { JsonSchema } from '@potok/contracts';
import { useState } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { JsonView } from '../page/json-view.js';
import { DataBranch } from './data-branch.js';
import { entriesOf } from './data-entries.js';
import { shownValue } from './shown-value.js';

export interface DataViewProps {
  readonly value: unknown;
  /** For titles and for money and dates in words. */
  readonly schema?: JsonSchema | undefined;
  readonly label: string;
  /** What a copied path begins with: `steps.deal`. */
  readonly path?: string;
}

type View = 'tree' | 'json';

/** What went into a step or came out of it: as a tree in words, or as JSON. */
export const DataView = ({ value, schema = {}, label, path = '' }: DataViewProps) => {
  const speech = useEditorSpeech();
  const { data } = speech.texts.values;
  const [view, setView] = useState<View>('tree');
  const entries = entriesOf(value, schema, path);
  return (
    <div className="data-view">
      <SegmentedControl
        size="xs"
        aria-label={data.view}
        data={[
          { value: 'tree', label: data.tree },
          { value: 'json', label: data.json },
        ]}
        value={view}
        onChange={(next) => setView(next === 'json' ? 'json' : 'tree')}
      />
      {view === 'json' ? <JsonView value={value ?? null} label={label} /> : null}
      {view === 'tree' && entries === undefined ? (
        <p className="data-plain">{shownValue(value, schema, speech)}</p>
      ) : null}
      {view === 'tree' && entries !== undefined ? (
        <ul className="data-list" aria-label={label}>
          {entries.map((entry) => (
            <DataBranch key={entry.key} entry={entry} depth={1} />
          ))}
        </ul>
      ) : null}
    </div>
  );
};
