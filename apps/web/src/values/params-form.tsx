import type { AnyManifest, Finding, ScenarioNode } from '@potok/contracts';
import { useEffect, useRef } from 'react';
import { FlowForm, isFlowForm } from './flow/flow-form.js';
import { SchemaFields } from './schema-fields.js';
import type { ConnectionOf, ValueScope } from './value-scope.js';
import { ValuesProvider } from './values-context.js';
import { isUnder } from './pointer.js';

export type Params = Readonly<Record<string, unknown>>;

/** What a change of params means for the drawing around the node. */
export interface ParamsChange {
  /** Ways out that got another name; edges that leave by them go along. */
  readonly renamedPorts?: Readonly<Record<string, string>>;
}

export interface ParamsFormProps {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
  readonly scope: ValueScope;
  /** Of this node. */
  readonly findings: readonly Finding[];
  readonly onChange: (params: Params, change?: ParamsChange) => void;
  readonly connectionOf: ConnectionOf;
  /** JSON pointer of the field to lead to. */
  readonly focusField?: string | undefined;
  /** Published scenarios that `flow.call` may call. */
  readonly callable?: readonly { readonly id: string; readonly name: string }[];
}

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
    <ValuesProvider scope={scope} findings={findings} connectionOf={connectionOf}>
      <div className="value-form" ref={form}>
        {isFlowForm(manifest) ? (
          <FlowForm {...props} />
        ) : (
          <SchemaFields schema={manifest.input} params={node.params} focusField={focusField} onChange={onChange} />
        )}
      </div>
    </ValuesProvider>
  );
};
