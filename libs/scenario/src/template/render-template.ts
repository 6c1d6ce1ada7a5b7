import { Dec, decimalText, InexactNumber } from '../cel/dec.js';
import { charge, during, freshEvaluation, TEXT_LIMIT } from '../cel/evaluation.js';
import { toCel } from '../cel/json-values.js';
import { ExpressionError } from '../expression-error.js';
import { DEFAULT_TIME_ZONE, namesOf, type Scope } from '../values/scope.js';
import { parseTemplate } from './parse-template.js';
import { forgivingFunctions, functionNamed, isTruthy } from './template-functions.js';
import type { Piece, TemplatePath, TemplateValue } from './template.js';

export interface TemplateOptions {
  /** The target is HTML: values are escaped, except in triple braces. */
  readonly html: boolean;
  /** Default: that of the scope. */
  readonly timeZone?: string;
}

/** What a piece costs beside a step of an expression. */
const PIECE_COST = 5;

interface Context {
  readonly self: unknown;
  readonly data: Readonly<Record<string, unknown>>;
  /** Names of blocks (`as |line|`), inner ones over outer ones. */
  readonly names: Readonly<Record<string, unknown>>;
  readonly parent: Context | undefined;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

const itemOf = (list: readonly unknown[], key: string): unknown =>
  key === 'length' ? BigInt(list.length) : list[Number(key)];

const field = (value: unknown, key: string): unknown => {
  if (value instanceof Map) return value.get(key);
  if (Array.isArray(value)) return itemOf(value, key);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
};

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return value.toString();
  if (value instanceof Dec) return decimalText(value);
  if (value instanceof InexactNumber) return String(value.value);
  throw new ExpressionError('TEMPLATE_VALUE_NOT_TEXT');
};

class Renderer {
  private readonly out: string[] = [];
  private length = 0;

  constructor(
    private readonly root: Readonly<Record<string, unknown>>,
    private readonly isHtml: boolean,
  ) {}

  render(pieces: readonly Piece[]): string {
    this.renderAll(pieces, { self: this.root, data: { root: this.root }, names: {}, parent: undefined });
    return this.out.join('');
  }

  private renderAll(pieces: readonly Piece[], context: Context): void {
    for (const piece of pieces) this.renderPiece(piece, context);
  }

  private renderPiece(piece: Piece, context: Context): void {
    charge(PIECE_COST);
    switch (piece.kind) {
      case 'text':
        this.write(piece.text);
        break;
      case 'value': {
        const text = shown(this.valueOf(piece.value, context, false));
        this.write(this.isHtml && !piece.isRaw ? escaped(text) : text);
        break;
      }
      case 'block':
        this.renderBlock(piece, context);
        break;
    }
  }

  private renderBlock(piece: Extract<Piece, { kind: 'block' }>, context: Context): void {
    const value = this.valueOf(piece.value, context, true);
    const isChosen = piece.block === 'unless' ? !isTruthy(value) : isTruthy(value);
    if (!isChosen) this.renderAll(piece.otherwise, context);
    else if (piece.block === 'each') this.renderEach(piece, value, context);
    else if (piece.block === 'with') this.renderAll(piece.body, inside(context, value, named(piece.names, [value])));
    else this.renderAll(piece.body, context);
  }

  private renderEach(piece: Extract<Piece, { kind: 'block' }>, value: unknown, context: Context): void {
    const entries = entriesOf(value);
    entries.forEach(([key, item], index) => {
      const data = { index: BigInt(index), key, first: index === 0, last: index === entries.length - 1 };
      const names = named(piece.names, [item, key]);
      this.renderAll(piece.body, { ...inside(context, item, names), data: { ...context.data, ...data } });
    });
  }

  private valueOf(value: TemplateValue, context: Context, mayBeAbsent: boolean): unknown {
    switch (value.kind) {
      case 'literal':
        return value.value;
      case 'path': {
        const found = this.lookUp(value.path, context);
        if (found !== undefined || mayBeAbsent) return found;
        throw new ExpressionError('KEY_MISSING', { key: value.path.text });
      }
      case 'call': {
        const isForgiving = forgivingFunctions.has(value.name);
        return functionNamed(value.name)(...value.args.map((arg) => this.valueOf(arg, context, isForgiving)));
      }
    }
  }

  private lookUp({ up, isData, parts }: TemplatePath, context: Context): unknown {
    let at: Context | undefined = context;
    for (let left = up; left > 0; left -= 1) at = at?.parent;
    const [head, ...rest] = parts;
    if (at === undefined || head === undefined) return at?.self;
    const start = isData ? field(at.data, head) : this.headOf(head, at, up > 0);
    return rest.reduce((value, key) => field(value, key), start);
  }

  /** A name is looked for in the block's own names, in what the block is about, and then among the scope's. */
  private headOf(head: string, context: Context, isExplicit: boolean): unknown {
    const own = isExplicit ? undefined : field(context.names, head);
    return own ?? field(context.self, head) ?? field(this.root, head);
  }

  private write(text: string): void {
    this.length += text.length;
    if (this.length > TEXT_LIMIT) throw new ExpressionError('TEXT_TOO_LONG', { limit: TEXT_LIMIT });
    this.out.push(text);
  }
}

const entriesOf = (value: unknown): readonly (readonly [unknown, unknown])[] => {
  if (Array.isArray(value)) return value.map((item, index) => [BigInt(index), item] as const);
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  if (typeof value === 'object' && value !== null && !(value instanceof Dec)) return Object.entries(value);
  throw new ExpressionError('ARGUMENT_WRONG', { wanted: 'list', got: typeof value });
};

const named = (names: readonly string[], values: readonly unknown[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.map((name, index) => [name, values[index]]));

const inside = (context: Context, self: unknown, names: Readonly<Record<string, unknown>>): Context => ({
  self,
  data: context.data,
  names: { ...context.names, ...names },
  parent: context,
});

/** Renders within the current evaluation; `names` are CEL values. */
export const renderWithin = (template: string, names: Readonly<Record<string, unknown>>, isHtml: boolean): string =>
  new Renderer(names, isHtml).render(parseTemplate(template));

/**
 * Renders a Handlebars template over a scope. An unknown path is an error, never an empty place; nothing of a
 * prototype is reached; work and length are capped. Throws ExpressionError.
 */
export const renderTemplate = (template: string, scope: Scope, { html, timeZone }: TemplateOptions): string =>
  during(freshEvaluation(scope.now, timeZone ?? scope.timeZone ?? DEFAULT_TIME_ZONE), () =>
    renderWithin(template, namesOf(scope), html),
  );

/** The same over any JSON value instead of a scope; for nodes whose template has data of its own. */
export const renderTemplateOver = (
  template: string,
  data: Readonly<Record<string, unknown>>,
  options: Required<TemplateOptions> & { readonly now: Date },
): string =>
  during(freshEvaluation(options.now, options.timeZone), () =>
    renderWithin(template, toCel(data) as Readonly<Record<string, unknown>>, options.html),
  );
