import { TextInput } from '@mantine/core';
import type { Parameter, Scenario } from '@potok/contracts';
import { collectReferences } from '@potok/scenario';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { EditorTexts } from '../../app/texts/catalogue.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';

const LONGEST = 40;
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Names of the steps whose fields have `params.<id>`. */
const usersOf = ({ nodes, paths = [] }: Scenario, parameter: string): readonly string[] =>
  [...nodes, ...paths.flatMap((path) => path.nodes)]
    .filter(({ params }) =>
      collectReferences(params).some(({ root, path }) => root === 'params' && path[0] === parameter),
    )
    .map(({ name }) => `«${name}»`);

const wrongIn = (
  text: string,
  others: ReadonlySet<string>,
  { nameWrong, nameTaken }: EditorTexts['editor']['settings'],
): string | undefined => {
  if (!NAME.test(text)) return nameWrong;
  return others.has(text) ? nameTaken(text) : undefined;
};

const useNaming = ({ id }: Parameter) => {
  const store = useEditorApi();
  return (next: string): void => {
    const { act, history } = store.getState();
    const at = history.document.scenario.parameters.findIndex((one) => one.id === id);
    const value = history.document.binding.parameters[id];
    const mergeKey = `parameter/${at}/name`;
    act({ kind: 'name-parameter', parameter: id, id: next }, mergeKey);
    if (value === undefined) return;
    act({ kind: 'set-parameter', parameter: next, value }, mergeKey);
    act({ kind: 'set-parameter', parameter: id, value: undefined }, mergeKey);
  };
};

interface Props {
  readonly parameter: Parameter;
  readonly isReadOnly: boolean;
}

/** By what a parameter is called in formulas: chosen freely until the first formula has it. */
export const ParameterName = ({ parameter, isReadOnly }: Props) => {
  const { settings } = useEditorTexts().editor;
  const scenario = useEditor(({ history }) => history.document.scenario);
  const [typed, setTyped] = useState<string>();
  const name = useNaming(parameter);
  const users = usersOf(scenario, parameter.id);
  const others = new Set(scenario.parameters.map(({ id }) => id).filter((id) => id !== parameter.id));
  const error = typed === undefined ? undefined : wrongIn(typed, others, settings);
  return (
    <TextInput
      label={settings.nameInFormulas}
      description={users.length === 0 ? settings.nameHint(parameter.id) : settings.nameUsed(users.join(', '))}
      maxLength={LONGEST}
      spellCheck={false}
      readOnly={isReadOnly || users.length > 0}
      value={typed ?? parameter.id}
      error={error}
      onChange={({ currentTarget: { value } }) => {
        const isRight = wrongIn(value, others, settings) === undefined;
        setTyped(isRight ? undefined : value);
        if (isRight) name(value);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
};
