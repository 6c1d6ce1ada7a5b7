import { Button, Progress } from '@mantine/core';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { Mapping } from './use-mapping.js';

interface Props {
  readonly mapping: Mapping;
  readonly isReadOnly: boolean;
}

const Suggestions = ({ mapping }: { readonly mapping: Mapping }) => {
  const { mapping: words } = useEditorTexts();
  const { shown, dismiss } = mapping.suggestions;
  if (shown.length === 0) return null;
  return (
    <div className="mapping-offers">
      <span>{words.suggestions(String(shown.length))}</span>
      <Button size="compact-sm" variant="light" onClick={() => mapping.accept(...shown)}>
        {words.acceptAll}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => dismiss(...shown)}>
        {words.dismissAll}
      </Button>
    </div>
  );
};

/** How far the mapping is, what is suggested, and what a click will do now. */
export const MappingHead = ({ mapping, isReadOnly }: Props) => {
  const { mapping: words } = useEditorTexts();
  const { filled, required } = mapping.filling;
  const { chosen } = mapping;
  return (
    <header className="mapping-head">
      <div className="mapping-filled">
        <strong className="num">{required === 0 ? words.noRequired : words.filled(filled, required)}</strong>
        <Progress size="xs" value={required === 0 ? 100 : (filled / required) * 100} aria-hidden />
      </div>
      {isReadOnly ? null : (
        <p className="mapping-hint" role="status">
          {chosen === undefined ? words.chooseSource : words.chosenSource(chosen.title)}
          {chosen === undefined ? null : (
            <Button size="compact-xs" variant="subtle" onClick={() => mapping.setChosen(undefined)}>
              {words.drop}
            </Button>
          )}
        </p>
      )}
      {isReadOnly ? null : <Suggestions mapping={mapping} />}
    </header>
  );
};
