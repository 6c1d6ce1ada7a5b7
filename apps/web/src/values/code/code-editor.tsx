import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Extension, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import { useNewest } from '../../page/use-newest.js';

interface Props {
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly isMultiline: boolean;
  readonly isInvalid: boolean;
  readonly describedBy?: string | undefined;
  /** Kept from the first render on; read what changes through a ref. */
  readonly extensions: Extension;
  readonly onChange: (value: string) => void;
  readonly onFocus?: (() => void) | undefined;
  /** Takes the keyboard from what stood here until it came. */
  readonly hasKeys?: Readonly<RefObject<boolean>> | undefined;
  /** Hands out what inserts a text at the caret. */
  readonly onReady?: ((insert: (text: string) => void) => void) | undefined;
}

/** Esc leaves the editor; Tab is not taken, so the focus moves on. */
const leave = (view: EditorView): boolean => {
  view.contentDOM.blur();
  return true;
};

const oneLine: Extension = [
  EditorState.transactionFilter.of((transaction) => (transaction.newDoc.lines > 1 ? [] : transaction)),
];

const insertInto = (view: EditorView) => (text: string) => {
  const { from, to } = view.state.selection.main;
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: 'input' });
  view.focus();
};

const attributesOf = ({ label, isInvalid, describedBy }: Props): Record<string, string> => ({
  'aria-label': label,
  'aria-invalid': String(isInvalid),
  ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
});

/** CodeMirror as a field of a form: its text comes from outside and every change goes out. */
export const CodeEditor = (props: Props) => {
  const { value, label, isInvalid, describedBy } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useNewest(props);

  useEffect(() => {
    const first = latest.current;
    if (host.current === null) return undefined;
    const editor = new EditorView({
      parent: host.current,
      doc: first.value,
      extensions: [
        first.extensions,
        history(),
        keymap.of([{ key: 'Escape', run: leave }, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        first.isMultiline ? [] : oneLine,
        first.placeholder === undefined ? [] : placeholderOf(first.placeholder),
        EditorView.contentAttributes.of(() => attributesOf(latest.current)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          if (update.focusChanged && update.view.hasFocus) latest.current.onFocus?.();
        }),
      ],
    });
    view.current = editor;
    first.onReady?.(insertInto(editor));
    if (first.hasKeys?.current === true) {
      editor.dispatch({ selection: { anchor: editor.state.doc.length } });
      editor.focus();
    }
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    const isOwn = editor === undefined || editor.state.doc.toString() === value;
    if (!isOwn) editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  // Attributes are read anew with an update of the view.
  useEffect(() => view.current?.dispatch({}), [label, isInvalid, describedBy]);

  return <div className="code-field" ref={host} data-multiline={props.isMultiline} data-invalid={isInvalid} />;
};
