import { TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { allFunctions } from './complete.js';

type Described = (typeof allFunctions)[number];

interface LineProps {
  readonly one: Described;
  readonly onInsert: (text: string) => void;
}

const FunctionLine = ({ one, onInsert }: LineProps) => {
  const { language, texts } = useEditorSpeech();
  const { name, doc, example } = one;
  return (
    <UnstyledButton
      className="function-line"
      aria-label={texts.values.functions.insert(name)}
      onClick={() => onInsert(example.expression)}
    >
      <span className="function-doc">{doc[language]}</span>
      <span className="mono function-name">{name}</span>
      <span className="mono function-example">{`${example.expression} → ${JSON.stringify(example.result)}`}</span>
    </UnstyledButton>
  );
};

const isLike = ({ name, doc, example }: Described, words: string): boolean =>
  [name, doc.ru, doc.en, example.expression].some((text) => text.toLowerCase().includes(words));

/** What formulas and templates can do, by group, with an example each; a click inserts the example. */
export const FunctionsList = ({ onInsert }: { readonly onInsert: (text: string) => void }) => {
  const { functions } = useEditorSpeech().texts.values;
  const [search, setSearch] = useState('');
  const words = search.trim().toLowerCase();
  const found = allFunctions.filter((one) => isLike(one, words));
  const groups = Object.entries(functions.groups)
    .map(([group, title]) => ({ title, list: found.filter((one) => one.group === group) }))
    .filter(({ list }) => list.length > 0);
  return (
    <section className="functions" aria-label={functions.title}>
      <TextInput
        type="search"
        size="xs"
        leftSection={<IconSearch size={14} />}
        aria-label={functions.search}
        placeholder={functions.search}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {groups.length === 0 ? <p className="dim small">{functions.noneFound(search)}</p> : null}
      {groups.map(({ title, list }) => (
        <div key={title}>
          <h4 className="functions-group">{title}</h4>
          {list.map((one) => (
            <FunctionLine key={one.name} one={one} onInsert={onInsert} />
          ))}
        </div>
      ))}
    </section>
  );
};
