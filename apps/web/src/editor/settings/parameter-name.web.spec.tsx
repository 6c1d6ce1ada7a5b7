import { expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { useEditor } from '../state/use-editor.js';
import { aDocument } from '../testing/an-editor.js';
import { openInEditor } from '../testing/open-editor.js';
import { ParameterName } from './parameter-name.js';

/** The template's parameters and one more, which no step has yet. */
const withFresh = () => {
  const { scenario, binding } = aDocument();
  const fresh = { id: 'parameter', title: 'Папка', schema: { type: 'string' } };
  return {
    scenario: { ...scenario, parameters: [...scenario.parameters, fresh] },
    binding: { ...binding, parameters: { ...binding.parameters, parameter: 'УПД' } },
  };
};

const Shown = ({ at }: { readonly at: number }) => {
  const parameter = useEditor(({ history }) => history.document.scenario.parameters.at(at));
  return parameter === undefined ? null : <ParameterName parameter={parameter} isReadOnly={false} />;
};

const nameField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Имя в формулах' });

it('is chosen freely while no step has it, and its value goes with it', () => {
  const { store, show } = openInEditor({ document: withFresh() });
  show(<Shown at={-1} />);
  fireEvent.change(nameField(), { target: { value: 'folder' } });
  const { scenario, binding } = store.getState().history.document;
  expect(scenario.parameters.at(-1)?.id).toBe('folder');
  expect(binding.parameters).toMatchObject({ folder: 'УПД' });
  expect(binding.parameters).not.toHaveProperty('parameter');
});

it.each([
  ['9 дней', /Латинские буквы и цифры/],
  ['wonStageId', /занято другим параметром/],
])('says what is wrong with «%s», and changes nothing', (typed, sentence) => {
  const { store, show } = openInEditor({ document: withFresh() });
  show(<Shown at={-1} />);
  fireEvent.change(nameField(), { target: { value: typed } });
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(store.getState().history.past).toEqual([]);
  fireEvent.blur(nameField());
  expect(nameField().value).toBe('parameter');
});

it('stays when fields of steps have it, and says which', () => {
  const { show } = openInEditor({ document: withFresh() });
  show(<Shown at={0} />);
  expect(nameField().readOnly).toBe(true);
  expect(screen.getByText(/Имя уже стоит в полях шагов: «Сделка выиграна»/)).toBeTruthy();
});
