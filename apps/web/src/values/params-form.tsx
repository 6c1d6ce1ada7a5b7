import { useEffect, useRef } from 'react';
import { FlowForm, isFlowForm } from './flow/flow-form.js';
import { SchemaFields } from './schema-fields.js';
import type { ParamsFormProps } from './form-props.js';
import { ValueRoot } from './value-root.js';
import { isUnder } from './pointer.js';
import { hintsOf, propertiesOf, textOf } from './shape.js';

/** The zone that the node's own params name, where they name one. */
const ownZone = ({ manifest, node }: ParamsFormProps): string | undefined => {
  const field = propertiesOf(manifest.input).find(([, schema]) => hintsOf(schema).widget === 'zone');
  return textOf(node.params[field?.[0] ?? '']);
};

const EDITORS = 'input, textarea, .cm-content, .field-chosen';

const pointerOf = (element: Element): string => element.getAttribute('data-pointer') ?? '';

/** The innermost field that a pointer leads to. */
const fieldFor = (form: HTMLElement, pointer: string): Element | undefined =>
  [...form.querySelectorAll('[data-pointer]')]
    .filter((one) => isUnder(pointer, pointerOf(one)))
    .sort((a, b) => pointerOf(b).length - pointerOf(a).length)[0];

const useLed = (focusField: string | undefined) => {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = form.current === null || focusField === undefined ? undefined : fieldFor(form.current, focusField);
    field?.scrollIntoView({ block: 'center' });
    (field?.querySelector<HTMLElement>(EDITORS) ?? field?.querySelector('button'))?.focus();
  }, [focusField]);
  return form;
};

/** The form of a node's params, from its manifest. Give it `key={node.id}`: what is half typed belongs to one node. */
export const ParamsForm = (props: ParamsFormProps) => {
  const { node, manifest, scope, findings, connectionOf, focusField, onChange } = props;
  const form = useLed(focusField);
  return (
    <ValueRoot
      scope={scope}
      findings={findings}
      connectionOf={connectionOf}
      timeZone={ownZone(props) ?? props.timeZone}
    >
      <div className="value-form" ref={form}>
        {isFlowForm(manifest) ? (
          <FlowForm {...props} />
        ) : (
          <SchemaFields schema={manifest.input} params={node.params} focusField={focusField} onChange={onChange} />
        )}
      </div>
    </ValueRoot>
  );
};
