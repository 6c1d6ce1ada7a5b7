import { type ChangeEvent, useState } from 'react';

/** A name may be emptied while it is typed anew; without one it stays as it was. */
export const useNameText = (name: string, onName: (name: string) => void) => {
  const [isEmptied, setIsEmptied] = useState(false);
  return {
    value: isEmptied ? '' : name,
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => {
      setIsEmptied(value === '');
      if (value !== '') onName(value);
    },
    onBlur: () => setIsEmptied(false),
  };
};
