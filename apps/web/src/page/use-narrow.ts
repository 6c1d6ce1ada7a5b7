import { useMediaQuery } from '@mantine/hooks';

/** A phone: a drawing is read and watched there, never changed. */
export const useNarrow = (): boolean => useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
