import { Textarea } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useHasKeys } from '../page/use-has-keys.js';
import type { TemplateEditorProps } from './code/template-editor.js';

const TemplateEditor = lazy(async () => ({ default: (await import('./code/template-editor.js')).TemplateEditor }));

/** A text with fields (`$tpl`). */
export const TemplateInput = (props: Omit<TemplateEditorProps, 'hasKeys'>) => {
  const { hasKeys, watched } = useHasKeys();
  return (
    <Suspense
      fallback={
        <Textarea
          {...watched}
          aria-label={props.label}
          autosize
          minRows={2}
          classNames={{ input: 'mono' }}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      }
    >
      <TemplateEditor {...props} hasKeys={hasKeys} />
    </Suspense>
  );
};
