import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';

export interface MergeTextProps {
  readonly before: string;
  readonly after: string;
  readonly language: 'json' | 'xml';
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.tagName, tags.attributeName], class: 'json-key' },
  { tag: [tags.string, tags.attributeValue], class: 'json-text' },
  { tag: tags.number, class: 'json-number' },
  { tag: [tags.bool, tags.null], class: 'json-word' },
]);
const folded = { collapseUnchanged: { margin: 3, minSize: 6 } };
const NOT_LONGER_MS = 1000;
const careful = { diffConfig: { scanLimit: 2000, timeout: NOT_LONGER_MS } };

interface Reading {
  readonly label: string;
  readonly unchanged: string;
}

const reading = (language: MergeTextProps['language'], { label, unchanged }: Reading): Extension[] => [
  EditorState.phrases.of({ '$ unchanged lines': unchanged }),
  lineNumbers(),
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  syntaxHighlighting(colours),
  language === 'json' ? json() : xml(),
];

const showBeside = (
  parent: HTMLElement,
  { before, after, language }: MergeTextProps,
  sides: readonly [Reading, Reading],
) =>
  new MergeView({
    parent,
    a: { doc: before, extensions: reading(language, sides[0]) },
    b: { doc: after, extensions: reading(language, sides[1]) },
    ...folded,
    ...careful,
  });

const showInOne = (parent: HTMLElement, { before, after, language }: MergeTextProps, side: Reading) =>
  new EditorView({
    parent,
    doc: after,
    extensions: [
      reading(language, side),
      unifiedMergeView({ original: before, mergeControls: false, ...folded, ...careful }),
    ],
  });

/** Two texts beside one another, what is alike folded; on a narrow screen in one column. Loaded only when it is asked for. */
export const MergeText = ({ before, after, language }: MergeTextProps) => {
  const { compare } = useEditorTexts();
  const isNarrow = useMediaQuery('(max-width: 860px)', false, { getInitialValueInEffect: false });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = box.current;
    if (parent === null) return undefined;
    const texts = { before, after, language };
    const { unchanged } = compare;
    const [was, is] = [
      { label: compare.before, unchanged },
      { label: compare.after, unchanged },
    ] as const;
    const view = isNarrow ? showInOne(parent, texts, is) : showBeside(parent, texts, [was, is]);
    return () => view.destroy();
  }, [before, after, language, isNarrow, compare]);
  return <div className="merge-text" ref={box} />;
};
