import { autocompletion, type Completion, type CompletionSource, completionKeymap } from '@codemirror/autocomplete';
import { type Diagnostic, linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { hoverTooltip, keymap } from '@codemirror/view';
import { explainExpression, explainForField, fieldPath } from '@potok/scenario';
import type { JsonSchema } from '@potok/contracts';
import { type RefObject, useMemo } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { useNewest } from '../../page/use-newest.js';
import { chipTitles, keysOf } from '../chip-titles.js';
import { type Offer, offersAt, pathAround, type Reading } from '../complete.js';
import { shownValue, typeWord } from '../shown-value.js';
import { sampleAt } from '../value-scope.js';
import { useValues } from '../values-context.js';
import { CodeEditor } from './code-editor.js';
import { diagnosticOf } from './diagnostic.js';
import { celLanguage, codeLook } from './code-look.js';

export interface FormulaEditorProps {
  readonly value: string;
  readonly label: string;
  /** Of the field; without it only the formula itself is checked. */
  readonly schema?: JsonSchema | undefined;
  readonly isMultiline?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onFocus?: (() => void) | undefined;
  /** What stood here until the editor came had the keyboard. */
  readonly hasKeys?: Readonly<RefObject<boolean>>;
  readonly onReady?: ((insert: (text: string) => void) => void) | undefined;
}

interface Here extends Reading {
  readonly schema: JsonSchema | undefined;
}
type ReadHere = () => Here;

const infoOf = (text: string) => () => {
  const panel = document.createElement('div');
  panel.className = 'code-info';
  panel.textContent = text;
  return panel;
};

const types = { root: 'variable', field: 'property', function: 'function' } as const;

const applied =
  ({ apply, from }: Offer): Exclude<Completion['apply'], string | undefined> =>
  (...[view, , , to]) =>
    view.dispatch({
      changes: { from, to, insert: apply },
      selection: { anchor: from + apply.length },
      userEvent: 'input.complete',
    });

const completionOf = (offer: Offer): Completion => ({
  label: offer.label,
  detail: offer.detail,
  type: types[offer.kind],
  ...(offer.info === undefined ? {} : { info: infoOf(offer.info) }),
  boost: offer.kind === 'function' ? -1 : 1,
  apply: applied(offer),
});

const isWanted = (text: string, at: number): boolean => /[\w.?"[]$/.test(text.slice(0, at));

const sourceOf =
  (read: ReadHere): CompletionSource =>
  ({ state, pos, explicit }) => {
    const text = state.doc.toString();
    if (!explicit && !isWanted(text, pos)) return null;
    const offers = offersAt(text, pos, read());
    const word = /\w*$/.exec(text.slice(0, pos))?.[0] ?? '';
    return offers.length === 0
      ? null
      : { from: pos - word.length, options: offers.map(completionOf), validFor: /^\w*$/ };
  };

const diagnosticsOf = (text: string, { schema, scope, names, language }: Here): Diagnostic[] => {
  if (text.trim() === '') return [];
  const explained =
    schema === undefined
      ? explainExpression(text, scope.place, names.schemas)
      : explainForField(text, scope.place, { field: schema, names: names.schemas });
  if (!('error' in explained)) return [];
  return [diagnosticOf(explained.error, text, language)];
};

const hoverOf = (read: ReadHere): Extension =>
  hoverTooltip((view, pos) => {
    const found = pathAround(view.state.doc.toString(), pos);
    const keys = found === undefined ? undefined : keysOf(found.path);
    const here = read();
    const titles = found === undefined ? undefined : chipTitles(found.path, here);
    if (found === undefined || keys === undefined || titles === undefined) return null;
    if (!(keys[0] ?? '' in here.scope.place.roots)) return null;
    const { schema } = fieldPath(here.scope.place, keys, here.names.schemas);
    const value = sampleAt(here.scope, here.names, keys);
    const parts = [
      titles.join(' › '),
      typeWord(schema, here.texts),
      ...(value === undefined ? [] : [shownValue(value, schema, here)]),
    ];
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: infoOf(parts.join(' · '))() }) };
  });

const extensionsOf = (read: ReadHere): Extension => [
  celLanguage,
  codeLook,
  autocompletion({ override: [sourceOf(read)], icons: false, closeOnBlur: true }),
  keymap.of(completionKeymap),
  linter((view) => diagnosticsOf(view.state.doc.toString(), read()), { delay: 200 }),
  hoverOf(read),
];

/** A formula in CodeMirror: suggestions, types and samples under the pointer, errors at their place. */
export const FormulaEditor = ({
  value,
  label,
  schema,
  isMultiline = true,
  isInvalid = false,
  ...rest
}: FormulaEditorProps) => {
  const { scope, names } = useValues();
  const { language, texts } = useEditorSpeech();
  const here = useNewest<Here>({ scope, names, texts, language, schema });
  const extensions = useMemo(() => extensionsOf(() => here.current), []);
  return (
    <CodeEditor
      value={value}
      label={label}
      placeholder={texts.values.formulaHint}
      isMultiline={isMultiline}
      isInvalid={isInvalid}
      extensions={extensions}
      {...rest}
    />
  );
};
