import { HighlightStyle, StreamLanguage, type StringStream, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const rules: readonly (readonly [RegExp, string])[] = [
  [/^"(?:\\.|[^"\\])*"?/, 'string'],
  [/^'(?:\\.|[^'\\])*'?/, 'string'],
  [/^\d+(\.\d+)?/, 'number'],
  [/^(?:true|false|null|in)\b/, 'keyword'],
  [/^[A-Za-z_]\w*(?=\s*\()/, 'macroName'],
  [/^[A-Za-z_]\w*/, 'variableName'],
  [/^[-+*/%=!<>&|?:]+/, 'operator'],
];

const celToken = (stream: StringStream): string | null => {
  if (stream.eatSpace()) return null;
  for (const [pattern, name] of rules) if (stream.match(pattern) !== null) return name;
  stream.next();
  return null;
};

/** What a formula is coloured by; names are not checked here. */
export const celLanguage: Extension = StreamLanguage.define({ name: 'cel', token: celToken, startState: () => ({}) });

interface TemplateState {
  isInside: boolean;
}

const templateToken = (stream: StringStream, state: TemplateState): string | null => {
  if (state.isInside) {
    if (stream.match(/^\}\}\}?/) !== null) {
      state.isInside = false;
      return 'brace';
    }
    if (stream.match(/^[#/]?(?:if|unless|each|with|else)\b/) !== null) return 'keyword';
    return celToken(stream);
  }
  if (stream.match(/^\{\{\{?[~#/]?/) !== null) {
    stream.backUp(/[#/]$/.test(stream.current()) ? 1 : 0);
    state.isInside = true;
    return 'brace';
  }
  stream.next();
  stream.eatWhile((character: string) => character !== '{');
  return null;
};

export const templateLanguage: Extension = StreamLanguage.define<TemplateState>({
  name: 'template',
  token: templateToken,
  startState: () => ({ isInside: false }),
});

/** Colours over the variables of the theme: they follow light and dark by themselves. */
export const codeLook: Extension = [
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.string, color: 'var(--green)' },
      { tag: tags.number, color: 'var(--amber)' },
      { tag: tags.keyword, color: 'var(--violet)' },
      { tag: tags.macroName, color: 'var(--violet)' },
      { tag: tags.variableName, color: 'var(--blue)' },
      { tag: tags.operator, color: 'var(--ink-dim)' },
      { tag: tags.brace, color: 'var(--ink-faint)' },
    ]),
  ),
  EditorView.theme({
    '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: '13px' },
    '&.cm-focused': { outline: 'none' },
    '.cm-content': { fontFamily: 'var(--potok-mono)', caretColor: 'var(--ink)', padding: '6px 0' },
    '.cm-line': { padding: '0 10px' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)' },
    '.cm-placeholder': { color: 'var(--ink-faint)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, ::selection': {
      backgroundColor: 'var(--accent-soft) !important',
    },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--red) 1px',
      textUnderlineOffset: '3px',
    },
    '.cm-tooltip': {
      backgroundColor: 'var(--card)',
      color: 'var(--ink)',
      border: '1px solid var(--line-strong)',
      borderRadius: '6px',
      boxShadow: '0 6px 20px rgb(0 0 0 / 18%)',
      maxWidth: 'min(420px, 90vw)',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', fontSize: '13px', maxHeight: '240px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', color: 'var(--ink)' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--accent-soft)',
      color: 'var(--ink)',
    },
    '.cm-completionDetail': { color: 'var(--ink-dim)', fontStyle: 'normal' },
    '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 600 },
    '.cm-completionInfo': { padding: '8px 10px' },
    '.cm-tooltip-hover, .cm-tooltip-lint': { padding: '6px 10px' },
    '.cm-diagnostic-error': { borderLeft: '3px solid var(--red)' },
  }),
];
