import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useSpeech } from '../../app/texts/use-texts.js';
import { brandOf, iconMask } from '../../canvas/icon.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { foundSteps, type FoundStep } from './found-steps.js';

/** Find on the canvas: by name, type, a value in a field, or what is wrong. */
export const FindDialog = ({
  onGo,
  onClose,
}: {
  readonly onGo: (found: FoundStep) => void;
  readonly onClose: () => void;
}) => {
  const { texts, language } = useSpeech();
  const { find } = texts.editor;
  const { kit } = useEditorApi().getState();
  const scenario = useEditor(({ history }) => history.document.scenario);
  const findings = useEditor((state) => state.findings);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(
    () => foundSteps(query, { scenario, findings, kinds: kit.kinds, language }),
    [query, scenario, findings, kit, language],
  );
  const go = (one: FoundStep | undefined): void => {
    if (one === undefined) return;
    onClose();
    onGo(one);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') go(found[at]);
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setAt((at + step + found.length) % found.length);
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} padding={0} size={560} yOffset="12vh" title={find.title}>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className="palette-input"
        leftSection={<IconSearch size={18} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={find.hint}
        aria-label={find.hint}
        role="combobox"
        aria-expanded
        aria-controls="found-steps"
        aria-activedescendant={`found-${at}`}
      />
      <ul className="palette-list" role="listbox" id="found-steps" aria-label={find.title}>
        {found.map((one, index) => (
          <li
            key={`${one.graph}/${one.node.id}`}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => go(one)}
          >
            <span
              className="step-icon small"
              style={{
                maskImage: iconMask(kit.kinds.get(one.node.type)),
                background: brandOf(kit.kinds.get(one.node.type)),
              }}
              aria-hidden
            />
            <span className="palette-title">{one.node.name}</span>
            <span className="dim">{one.why}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="palette-empty dim">{find.nothing}</p> : null}
    </Modal>
  );
};
