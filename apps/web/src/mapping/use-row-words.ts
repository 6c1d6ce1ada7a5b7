import type { SourceNode, TargetNode } from '@potok/scenario';
import { useMemo } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { shownValue } from '../values/shown-value.js';
import { noNames, type ValueScope } from '../values/value-scope.js';
import { localNamesAt } from './local-names.js';
import { resultValueAt } from './sample-scope.js';
import { type ValueWords, wordsOfType, wordsOfValue } from './value-words.js';

interface Given {
  readonly params: Readonly<Record<string, unknown>>;
  readonly scope: ValueScope;
  readonly result: unknown;
  readonly sources: ReadonlyMap<string, SourceNode>;
}

interface Said {
  readonly words: ValueWords;
  readonly result: string;
  readonly type: string;
}

interface Kept {
  readonly value: unknown;
  /** The loop around, whose item the words may name. */
  readonly loop: unknown;
  readonly words: ValueWords;
}

const loopAround = (params: Given['params'], { pointer }: TargetNode): unknown =>
  pointer.includes('/*') ? params[pointer.split('/')[1] ?? ''] : undefined;

/** What rows say. Words of a value that has not changed are kept: reading a formula costs more than showing it. */
export const useRowWords = ({ params, scope, result, sources }: Given) => {
  const { texts, language } = useEditorSpeech();
  const kept = useMemo(
    () => ({ words: new Map<string, Kept>(), types: new WeakMap<TargetNode, string>() }),
    [scope, sources, texts, language],
  );
  const wordsOf = (node: TargetNode, value: unknown): ValueWords => {
    const before = kept.words.get(node.pointer);
    const loop = loopAround(params, node);
    if (before !== undefined && before.value === value && before.loop === loop) return before.words;
    const names = loop === undefined ? noNames : localNamesAt(node.pointer, { params, sources, scope });
    const words = wordsOfValue(value, node.schema, { scope, names, texts, language });
    kept.words.set(node.pointer, { value, loop, words });
    return words;
  };
  const typeOf = (node: TargetNode): string => {
    const type = kept.types.get(node) ?? wordsOfType(node, { texts, language });
    kept.types.set(node, type);
    return type;
  };
  return ({ node, value }: { readonly node: TargetNode; readonly value: unknown }): Said => {
    const made = resultValueAt(result, node.pointer);
    const isPlain = made !== undefined && typeof made !== 'object';
    return {
      words: wordsOf(node, value),
      result: isPlain ? shownValue(made, node.schema, { texts, language }) : '',
      type: typeOf(node),
    };
  };
};
