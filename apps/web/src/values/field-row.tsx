import { type DragEvent, useCallback, useId, useState } from 'react';
import { EachInput } from './each-input.js';
import { FormulaInput, TemplateInput } from './code-input.js';
import { FieldFindings } from './field-findings.js';
import type { FieldRowProps } from './field-props.js';
import { FieldHead } from './field-head.js';
import { FieldInput } from './field-input.js';
import { inserted } from './inserted.js';
import { LiteralInput } from './literals/literal-input.js';
import { type Mode, textOfValue } from './mode.js';
import { PATH_MEDIA_TYPE, type PickedPath, readPicked } from './pick.js';
import { ResultLine } from './result-line.js';
import { type Shape, shapeFor } from './shape.js';
import { useMode } from './use-mode.js';
import { useInsert } from './use-insert.js';
import { useResult } from './use-result.js';
import { usePicker, useValues } from './values-context.js';

/** These show their own parts, each with its own findings. */
const nesting: ReadonlySet<Shape> = new Set<Shape>(['object', 'array', 'map', 'variants']);

interface EditorProps extends FieldRowProps {
  readonly mode: Mode;
  readonly resultId: string;
  readonly isInvalid: boolean;
  readonly onMode: (mode: Mode) => void;
  readonly onEnter: () => void;
  readonly onReady: (insert: (text: string) => void) => void;
}

const Editor = (props: EditorProps) => {
  const { mode, schema, title, value, onChange, resultId, isInvalid, onEnter, onReady } = props;
  const common = {
    label: title,
    value: textOfValue(value),
    isInvalid,
    describedBy: resultId,
    onFocus: onEnter,
    onReady,
  };
  switch (mode) {
    case 'literal':
      return <LiteralInput {...props} onFormula={() => props.onMode('formula')} />;
    case 'field':
      return (
        <FieldInput
          title={title}
          text={textOfValue(value)}
          schema={schema}
          onChange={onChange}
          onCode={() => props.onMode('formula')}
        />
      );
    case 'formula':
      return (
        <FormulaInput
          {...common}
          schema={schema}
          onChange={(text) => onChange(text === '' ? undefined : { $cel: text })}
        />
      );
    case 'template':
      return <TemplateInput {...common} onChange={(text) => onChange(text === '' ? undefined : { $tpl: text })} />;
    case 'each':
      return <EachInput {...props} />;
  }
};

const isPathDrag = (event: DragEvent): boolean => event.dataTransfer.types.includes(PATH_MEDIA_TYPE);

/** One field with its switch, its editor, what it comes to and what is wrong with it. */
export const FieldRow = (props: FieldRowProps) => {
  const { schema, value, onChange, pointer } = props;
  const id = useId();
  const { mode, modes, choose } = useMode(props);
  const isFixed = !modes.includes('field');
  const result = useResult(value, schema);
  const { names, scope } = useValues();
  const editor = useInsert();
  const picker = usePicker();
  const [isOver, setIsOver] = useState(false);
  const take = (picked: PickedPath): void => {
    if (editor.insert(picked, { mode, schema })) return;
    onChange(inserted(value, picked, { schema, scope, names }));
  };
  const enter = useCallback(() => picker.enter(id, take), [picker, id, take]);
  const drop = (event: DragEvent): void => {
    setIsOver(false);
    const picked = readPicked(event.dataTransfer);
    if (picked === undefined || isFixed) return;
    event.preventDefault();
    event.stopPropagation();
    take(picked);
  };
  const isNested = mode === 'literal' && nesting.has(shapeFor(schema, value));
  return (
    <div
      className="value-field"
      data-pointer={pointer}
      data-over={isOver}
      data-mode={mode}
      onFocus={(event) => {
        event.stopPropagation();
        if (!isFixed) enter();
      }}
      onDragOver={(event) => {
        if (!isPathDrag(event) || isFixed) return;
        event.preventDefault();
        event.stopPropagation();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <FieldHead {...props} modes={modes} mode={mode} onMode={choose} />
      <Editor
        {...props}
        mode={mode}
        resultId={`${id}-result`}
        isInvalid={result.kind === 'error'}
        onMode={choose}
        onEnter={enter}
        onReady={editor.ready}
      />
      <ResultLine id={`${id}-result`} result={result} schema={schema} />
      {result.kind === 'error' ? null : <FieldFindings pointer={pointer} isDeep={!isNested && mode !== 'each'} />}
    </div>
  );
};
