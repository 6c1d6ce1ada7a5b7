/** Colours of a picture: it leaves the application, so they stand in it and do not come from its theme. */
export interface Palette {
  readonly surface: string;
  readonly card: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkDim: string;
  readonly inkFaint: string;
  readonly amber: string;
  readonly amberSoft: string;
  readonly red: string;
  readonly brands: Readonly<Record<string, string>>;
}

export type PictureTheme = 'light' | 'dark';

const oneBrand = '#b4c0c8';

/** The same values as in `app/theme.css`; a spec compares them. */
export const palettes: Readonly<Record<PictureTheme, Palette>> = {
  light: {
    surface: '#ffffff',
    card: '#ffffff',
    line: '#dfe4e8',
    lineStrong: '#cbd2d8',
    ink: '#1a2329',
    inkDim: '#56636d',
    inkFaint: '#5f6b75',
    amber: '#8a5300',
    amberSoft: '#fdf0d8',
    red: '#b3261e',
    brands: { crm: '#1769d2', operator: '#0f7d54', accounting: '#b07d00', flow: '#5b6872', trigger: '#0e5c6b' },
  },
  dark: {
    surface: '#12181d',
    card: '#181f25',
    line: '#2a343b',
    lineStrong: '#3a464f',
    ink: '#dde5ea',
    inkDim: '#9fadb7',
    inkFaint: '#8e9ca6',
    amber: '#e0b265',
    amberSoft: '#3a2d17',
    red: '#ee948c',
    brands: { crm: oneBrand, operator: oneBrand, accounting: oneBrand, flow: oneBrand, trigger: oneBrand },
  },
};
