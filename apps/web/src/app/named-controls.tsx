import { MantineThemeProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTexts } from './texts/use-texts.js';

/** Controls that the kit draws as a sign alone are given their names here, once for all dialogs, in the person's language. */
export const NamedControls = ({ children }: { readonly children: ReactNode }) => {
  const { page } = useTexts();
  const theme = useMemo(() => {
    const named = { defaultProps: { closeButtonProps: { 'aria-label': page.close } } };
    return { components: { Modal: named, Drawer: named, Notification: named } };
  }, [page]);
  return <MantineThemeProvider theme={theme}>{children}</MantineThemeProvider>;
};
