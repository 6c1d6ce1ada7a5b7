/** What a template may hold: Handlebars without partials, decorators and helpers of its own. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: TemplateValue; readonly isRaw: boolean }
  | {
      readonly kind: 'block';
      readonly block: BlockName;
      readonly value: TemplateValue;
      readonly body: readonly Piece[];
      readonly otherwise: readonly Piece[];
      /** Names given by `as |line index|`. */
      readonly names: readonly string[];
    };

export const BLOCKS = ['if', 'unless', 'each', 'with'] as const;
export type BlockName = (typeof BLOCKS)[number];

export type TemplateValue =
  | { readonly kind: 'literal'; readonly value: string | boolean | bigint | null }
  | { readonly kind: 'path'; readonly path: TemplatePath }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly TemplateValue[] };

export interface TemplatePath {
  /** `../` so many times. */
  readonly up: number;
  /** `@index`, `@root`… */
  readonly isData: boolean;
  /** Empty for `this`. */
  readonly parts: readonly string[];
  readonly text: string;
}
