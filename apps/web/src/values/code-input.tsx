import { Textarea } from '@mantine/core';
import { type ComponentType, lazy, type RefObject, Suspense } from 'react';
import { useHasKeys } from '../page/use-has-keys.js';

interface CodeProps {
  readonly value: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly hasKeys?: Readonly<RefObject<boolean>>;
}

/** A text that CodeMirror edits. Until it has come it is a plain text field, so nothing waits. */
const codeInput = <Props extends CodeProps>(load: () => Promise<ComponentType<Props>>, rows: number) => {
  const Editor = lazy(async () => ({ default: await load() }));
  return (props: Props) => {
    const { hasKeys, watched } = useHasKeys();
    return (
      <Suspense
        fallback={
          <Textarea
            {...watched}
            aria-label={props.label}
            autosize
            minRows={rows}
            classNames={{ input: 'mono' }}
            value={props.value}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
        }
      >
        <Editor {...props} hasKeys={hasKeys} />
      </Suspense>
    );
  };
};

export const FormulaInput = codeInput(async () => (await import('./code/formula-editor.js')).FormulaEditor, 1);

/** A text with fields (`$tpl`). */
export const TemplateInput = codeInput(async () => (await import('./code/template-editor.js')).TemplateEditor, 2);
