import { autocompletion, type CompletionSource, completionKeymap } from '@codemirror/autocomplete';
import { linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { Decoration, dropCursor, EditorView, keymap, MatchDecorator, ViewPlugin } from '@codemirror/view';
import { findTemplateFault } from '@potok/scenario';
import { type RefObject, useMemo } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { useNewest } from '../../page/use-newest.js';
import type { Reading } from '../complete.js';
import { readPicked, templateText } from '../pick.js';
import { templateOffersAt } from '../template-complete.js';
import { useValues } from '../values-context.js';
import { CodeEditor } from './code-editor.js';
import { diagnosticOf } from './diagnostic.js';
import { codeLook, templateLanguage } from './code-look.js';

export interface TemplateEditorProps {
  readonly value: string;
  readonly label: string;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onFocus?: (() => void) | undefined;
  /** What stood here until the editor came had the keyboard. */
  readonly hasKeys?: Readonly<RefObject<boolean>>;
  readonly onReady?: ((insert: (text: string) => void) => void) | undefined;
}

const placeMarks = new MatchDecorator({
  regexp: /\{\{[^{}]*\}\}/g,
  decoration: Decoration.mark({ class: 'tpl-place' }),
});

const marks = ViewPlugin.define(
  (view) => {
    let decorations = placeMarks.createDeco(view);
    return {
      get decorations() {
        return decorations;
      },
      update: (update) => {
        decorations = placeMarks.updateDeco(update, decorations);
      },
    };
  },
  { decorations: (plugin) => plugin.decorations },
);

/** A field that is dropped goes in at the place under the pointer. */
const dropped = EditorView.domEventHandlers({
  drop: (event, view) => {
    const picked = event.dataTransfer === null ? undefined : readPicked(event.dataTransfer);
    if (picked === undefined) return false;
    event.preventDefault();
    event.stopPropagation();
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head;
    const text = templateText(picked);
    view.dispatch({
      changes: { from: at, insert: text },
      selection: { anchor: at + text.length },
      userEvent: 'input.drop',
    });
    view.focus();
    return true;
  },
});

const sourceOf =
  (read: () => Reading): CompletionSource =>
  ({ state, pos }) => {
    const found = templateOffersAt(state.doc.toString(), pos, read());
    if (found === undefined) return null;
    const options = found.offers.map(({ label, apply, detail, info }) => ({
      label,
      apply,
      detail,
      ...(info === undefined
        ? {}
        : { info: () => Object.assign(document.createElement('div'), { textContent: info }) }),
    }));
    return { from: found.from, options, validFor: /^[\w.]*$/ };
  };

const extensionsOf = (read: () => Reading): Extension => [
  templateLanguage,
  codeLook,
  marks,
  dropped,
  dropCursor(),
  linter(
    (view) => {
      const text = view.state.doc.toString();
      const fault = findTemplateFault(text);
      return fault === undefined ? [] : [diagnosticOf(fault, text, read().language)];
    },
    { delay: 200 },
  ),
  autocompletion({ override: [sourceOf(read)], icons: false }),
  keymap.of(completionKeymap),
];

/** A text with fields in CodeMirror. */
export const TemplateEditor = ({ value, label, isInvalid = false, ...rest }: TemplateEditorProps) => {
  const { scope, names } = useValues();
  const { language, texts } = useEditorSpeech();
  const here = useNewest<Reading>({ scope, names, texts, language });
  const extensions = useMemo(() => extensionsOf(() => here.current), []);
  return (
    <CodeEditor
      value={value}
      label={label}
      placeholder={texts.values.templateHint}
      isMultiline
      isInvalid={isInvalid}
      extensions={extensions}
      {...rest}
    />
  );
};
