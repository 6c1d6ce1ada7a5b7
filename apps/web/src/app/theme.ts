import {
  Button,
  createTheme,
  defaultVariantColorsResolver,
  type ExtendComponent,
  Input,
  Menu,
  type MantineColorsTuple,
  type ModalFactory,
  type SegmentedControlFactory,
  type SelectFactory,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e6f5f7',
  '#cfe9ee',
  '#a3d5de',
  '#74bfcc',
  '#4dabbb',
  '#3399aa',
  '#268797',
  '#19707f',
  '#0e5c6b',
  '#084955',
];
const slate: MantineColorsTuple = [
  '#f6f8f9',
  '#eef1f3',
  '#dfe4e8',
  '#cbd2d8',
  '#a9b4bd',
  '#86939d',
  '#66747f',
  '#4e5b65',
  '#323d46',
  '#1a2329',
];
/** Text, dimmed, placeholder, border, hover, control, raised, ground, deep, deepest. */
const night: MantineColorsTuple = [
  '#dbe3e8',
  '#b4c0c8',
  '#93a1ab',
  '#6d7b85',
  '#36424a',
  '#2a343b',
  '#1e262c',
  '#161c21',
  '#10151a',
  '#0b0f13',
];

const CONTROL = 'var(--potok-control)';
const LIST_PX = 260;

/** Mantine measures the contrast of a filled control by the light shade alone; the dark one is bright and wants dark words. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
  return input.variant === 'filled' && isPrimary
    ? { ...colors, color: 'var(--mantine-primary-color-contrast)' }
    : colors;
};

// Of these three only the types are named: not every page that is opened first has them.

/** The list itself scrolls: the kit's own scrolling box in it could not be reached by keyboard. */
const select: ExtendComponent<SelectFactory> = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: LIST_PX, overflowY: 'auto' } },
};
const modal: ExtendComponent<ModalFactory> = {
  defaultProps: { centered: true, transitionProps: { duration: 140 }, overlayProps: { backgroundOpacity: 0.45 } },
  styles: { title: { fontWeight: 600, fontSize: 16, lineHeight: 1.3 } },
};
const segmented: ExtendComponent<SegmentedControlFactory> = { defaultProps: { size: 'sm' } };

export const theme = createTheme({
  variantColorResolver,
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  colors: { teal, gray: slate, dark: night },
  autoContrast: true,
  luminanceThreshold: 0.179,
  fontFamily: "'Golos Text Variable', 'Golos Text', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.3' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '10px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      vars: () => ({ root: { '--button-height': CONTROL, '--button-padding-x': '12px', '--button-fz': '14px' } }),
      styles: { label: { fontWeight: 500 } },
    }),
    Input: Input.extend({ vars: () => ({ wrapper: { '--input-height': CONTROL, '--input-fz': '14px' } }) }),
    // A menu holds its items and nothing else.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Select: select,
    Modal: modal,
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withinPortal: true } }),
    SegmentedControl: segmented,
  },
});
