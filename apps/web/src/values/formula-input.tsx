import { Textarea } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useHasKeys } from '../page/use-has-keys.js';
import type { FormulaEditorProps } from './code/formula-editor.js';

const FormulaEditor = lazy(async () => ({ default: (await import('./code/formula-editor.js')).FormulaEditor }));

/** A formula. Until CodeMirror has come it is a plain text field, so nothing waits. */
export const FormulaInput = (props: Omit<FormulaEditorProps, 'hasKeys'>) => {
  const { hasKeys, watched } = useHasKeys();
  return (
    <Suspense
      fallback={
        <Textarea
          {...watched}
          aria-label={props.label}
          autosize
          minRows={1}
          classNames={{ input: 'mono' }}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      }
    >
      <FormulaEditor {...props} hasKeys={hasKeys} />
    </Suspense>
  );
};
