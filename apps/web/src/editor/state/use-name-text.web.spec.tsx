import '../../testing/clean-up.js';
import { expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useNameText } from './use-name-text.js';

const Field = () => {
  const [name, setName] = useState('Шаг');
  return <input aria-label={`name ${name}`} {...useNameText(name, setName)} />;
};

it('lets a name be emptied and typed anew, and keeps the old one when nothing comes', () => {
  render(<Field />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  fireEvent.change(field, { target: { value: '' } });
  expect([field.value, field.getAttribute('aria-label')]).toEqual(['', 'name Шаг']);
  fireEvent.blur(field);
  expect(field.value).toBe('Шаг');
  fireEvent.change(field, { target: { value: '' } });
  fireEvent.change(field, { target: { value: 'Н' } });
  expect([field.value, field.getAttribute('aria-label')]).toEqual(['Н', 'name Н']);
});
