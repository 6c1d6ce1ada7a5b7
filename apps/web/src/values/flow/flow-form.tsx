import type { AnyManifest } from '@potok/contracts';
import type { ReactNode } from 'react';
import type { ParamsFormProps } from '../params-form.js';
import { CallForm } from './call-form.js';
import { DecideForm } from './decide-form.js';
import { ForEachForm, JoinForm, StopForm } from './small-forms.js';
import { ParallelForm } from './parallel-form.js';

const forms: Readonly<Record<string, (props: ParamsFormProps) => ReactNode>> = {
  'flow.decide': DecideForm,
  'flow.parallel': ParallelForm,
  'flow.join': JoinForm,
  'flow.for-each': ForEachForm,
  'flow.call': CallForm,
  'flow.stop': StopForm,
};

/** Nodes of the flow itself have forms of their own. */
export const isFlowForm = ({ kind, id }: AnyManifest): boolean => kind === 'flow' && Object.hasOwn(forms, id);

export const FlowForm = (props: ParamsFormProps) => {
  const Form = forms[props.manifest.id];
  return Form === undefined ? null : <Form {...props} />;
};
