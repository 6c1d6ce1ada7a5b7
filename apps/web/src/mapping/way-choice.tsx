import { Button } from '@mantine/core';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { TargetActions } from './target-actions.js';
import type { Asking } from './use-mapping.js';

/** Asks how a source is to be put in, or says why it cannot be. */
export const WayChoice = ({ asking, actions }: { readonly asking: Asking; readonly actions: TargetActions }) => {
  const { mapping } = useEditorTexts();
  const { source, target, ways, refusal } = asking;
  return (
    <div
      className="mapping-asking"
      role={refusal === undefined ? 'group' : 'alert'}
      aria-label={mapping.chooseWay(source.title)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        actions.forget();
      }}
    >
      <span>{refusal === undefined ? mapping.chooseWay(source.title) : mapping.refusals[refusal]}</span>
      {ways.map((way, index) => (
        <Button
          key={way}
          size="compact-xs"
          variant={index === 0 ? 'filled' : 'light'}
          autoFocus={index === 0}
          onClick={() => actions.join(source.id, target, way)}
        >
          {mapping.ways[way]}
        </Button>
      ))}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={actions.forget}>
        {mapping.cancel}
      </Button>
    </div>
  );
};
