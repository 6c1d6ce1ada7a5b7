import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowsSplit2, IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import { memo, type ReactNode, useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { draggedSource, isSourceDrag } from './drag.js';
import type { TargetActions } from './target-actions.js';
import type { TargetRowData } from './target-rows.js';
import type { ValueWords } from './value-words.js';

export interface TargetRowProps extends Omit<TargetRowData, 'value'> {
  readonly words: ValueWords;
  /** What the sample makes of it. */
  readonly result: string;
  readonly type: string;
  readonly isActive: boolean;
  readonly isEdited: boolean;
  readonly isReadOnly: boolean;
  /** Title of the source that a suggestion or a choice names. */
  readonly suggested: string | undefined;
  readonly chosen: string | undefined;
  readonly actions: TargetActions;
  /** How to connect what was put here. */
  readonly question: ReactNode;
  /** The open field. */
  readonly editor: ReactNode;
}

const Fold = ({ node, isOpen, hasInner, isActive, actions }: TargetRowProps) => {
  const { mapping } = useEditorTexts();
  if (!hasInner) return <span className="mapping-caret" />;
  const Caret = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <button
      type="button"
      className="mapping-caret"
      tabIndex={isActive ? 0 : -1}
      aria-expanded={isOpen}
      aria-label={isOpen ? mapping.collapse(node.title) : mapping.expand(node.title)}
      onClick={() => actions.fold(node.pointer, !isOpen)}
    >
      <Caret size={14} />
    </button>
  );
};

const Buttons = (props: TargetRowProps) => {
  const { node, words, isActive, chosen, actions } = props;
  const { mapping } = useEditorTexts();
  const tabIndex = isActive ? 0 : -1;
  const isWhole = words.kind === 'path' && node.inner.length > 0;
  return (
    <span className="mapping-buttons">
      {chosen === undefined ? null : (
        <Button
          size="compact-xs"
          tabIndex={tabIndex}
          aria-label={mapping.connectTo(chosen, node.title)}
          onClick={() => actions.press(node)}
        >
          {mapping.connect}
        </Button>
      )}
      {isWhole ? (
        <Tooltip label={mapping.spread}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            tabIndex={tabIndex}
            aria-label={`${mapping.spread}: ${node.title}`}
            onClick={() => actions.spread(node)}
          >
            <IconArrowsSplit2 size={14} />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {words.kind === 'empty' ? null : (
        <Tooltip label={mapping.clear(node.title)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            tabIndex={tabIndex}
            aria-label={mapping.clear(node.title)}
            onClick={() => actions.clear(node.pointer)}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
};

const Suggested = ({ node, suggestion, suggested, isActive, actions }: TargetRowProps) => {
  const { mapping } = useEditorTexts();
  if (suggestion === undefined || suggested === undefined) return null;
  const { by, fit, how } = suggestion;
  const why = [mapping.by[by], mapping.fit[fit], mapping.how[how]].filter((word) => word !== '').join(', ');
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className="mapping-suggestion">
      <span className="mapping-tag">{mapping.suggested}</span>
      <span className="mapping-suggestion-what">{suggested}</span>
      <span className="dim">{why}</span>
      <Button
        size="compact-xs"
        variant="light"
        tabIndex={tabIndex}
        aria-label={mapping.acceptOne(suggested, node.title)}
        onClick={() => actions.accept(suggestion)}
      >
        {mapping.accept}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        tabIndex={tabIndex}
        aria-label={mapping.dismissOne(node.title)}
        onClick={() => actions.dismiss(suggestion)}
      >
        {mapping.dismiss}
      </Button>
    </div>
  );
};

const Main = ({ node, words, result, type, isActive, isEdited, isReadOnly, isMissing, actions }: TargetRowProps) => {
  const { mapping } = useEditorTexts();
  return (
    <button
      type="button"
      className="mapping-target-main"
      tabIndex={isActive ? 0 : -1}
      data-stop={node.pointer}
      aria-expanded={isEdited}
      disabled={isReadOnly}
      onClick={() => actions.press(node)}
    >
      <span className="mapping-target-title" data-missing={isMissing}>
        {node.key === '*' ? mapping.everyItem : node.title}
        {node.isRequired ? (
          <>
            <span className="mapping-required" aria-hidden>
              *
            </span>
            <span className="visually-hidden">{`, ${mapping.required}`}</span>
          </>
        ) : null}
      </span>
      <span className="mapping-about">
        <span className="mapping-type">{type}</span>
        {node.description}
      </span>
      <span className="mapping-value" data-kind={words.kind}>
        <span className="mapping-words">{words.text}</span>
        {result === '' || words.kind === 'value' ? null : <span className="mapping-result-value">{`= ${result}`}</span>}
      </span>
    </button>
  );
};

/** A field: what it wants, what fills it, what comes out, what is wrong. */
const Line = (props: TargetRowProps) => {
  const { node, level, faults, isReadOnly, actions, question, editor } = props;
  const [isOver, setIsOver] = useState(false);
  return (
    <li
      className="mapping-target"
      data-target={node.pointer}
      data-over={isOver}
      data-wrong={faults.some(({ severity }) => severity !== 'warning')}
      style={{ paddingLeft: (level - 1) * 14 }}
      onDragOver={(event) => {
        if (!isSourceDrag(event) || isReadOnly) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        if (!isSourceDrag(event) || event.defaultPrevented || isReadOnly) return;
        event.preventDefault();
        actions.join(draggedSource(event), node.pointer);
      }}
    >
      <div className="mapping-target-line">
        <Fold {...props} />
        <Main {...props} />
        {isReadOnly ? null : <Buttons {...props} />}
      </div>
      {isReadOnly ? null : <Suggested {...props} />}
      {faults.map(({ detail, severity = 'error' }) => (
        <p key={detail} className={severity === 'error' ? 'value-fault' : 'value-warning'}>
          {detail}
        </p>
      ))}
      {question}
      {editor}
    </li>
  );
};

const keyOf = (fault: TargetRowProps['faults'][number] | undefined): string =>
  `${fault?.severity ?? ''} ${fault?.detail ?? ''}`;

const isSameList = (a: TargetRowProps['faults'], b: TargetRowProps['faults']): boolean =>
  a.length === b.length && a.every((one, at) => keyOf(one) === keyOf(b[at]));

const PLAIN = [
  'node',
  'level',
  'result',
  'type',
  'isActive',
  'isOpen',
  'hasInner',
  'isEdited',
  'isReadOnly',
  'isMissing',
  'suggested',
  'chosen',
  'question',
  'editor',
] as const;

const isSameRow = (a: TargetRowProps, b: TargetRowProps): boolean =>
  PLAIN.every((key) => a[key] === b[key]) &&
  a.words.text === b.words.text &&
  a.words.kind === b.words.kind &&
  a.suggestion?.source === b.suggestion?.source &&
  a.suggestion?.how === b.suggestion?.how &&
  isSameList(a.faults, b.faults);

export const TargetRow = memo(Line, isSameRow);
