import Handlebars from 'handlebars';
import { NodeFault } from '@potok/contracts';

export type TextFormat = 'plain' | 'html' | 'xml';
type Render = (values: unknown) => string;

const MAX_KEPT = 200;
const MAX_ITEMS = 100_000;
const MAX_CHARACTERS = 5_000_000;
const kept = new Map<string, Render>();

/**
 * Renders an author's template. In `html` and `xml` the values are escaped, in `plain` they stand as they are. Only the
 * built-in words of Handlebars work, nothing is read from a prototype, and lists are walked 100,000 items and 5 million
 * characters in all, so that no template can stall a process. Throws TEMPLATE_WRONG, TEMPLATE_TOO_LONG (invalid).
 */
export const render = (template: string, values: unknown, format: TextFormat): string => {
  const name = `${format}:${template}`;
  const known = kept.get(name) ?? compiled(template, format);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(name, known);
  const text = known(values);
  if (text.length > MAX_CHARACTERS) throw new NodeFault('invalid', 'TEMPLATE_TOO_LONG');
  return text;
};

const compiled = (template: string, format: TextFormat): Render => {
  const { handlebars, begin } = engine();
  const run = handlebars.compile<unknown>(template, {
    noEscape: format === 'plain',
    knownHelpersOnly: true,
    knownHelpers: { each: true, if: true, unless: true, with: true, lookup: true },
  });
  return (values) => {
    begin();
    try {
      return run(values, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    } catch (cause) {
      if (cause instanceof NodeFault) throw cause;
      const technical = cause instanceof Error ? cause.message : '';
      throw new NodeFault('invalid', 'TEMPLATE_WRONG', { facts: { why: technical.slice(0, 200) }, cause });
    }
  };
};

/** A Handlebars of its own whose `each` counts what it walks and writes. */
const engine = () => {
  const handlebars = Handlebars.create();
  const each = handlebars.helpers['each'] as Handlebars.HelperDelegate;
  const spent = { items: 0, characters: 0 };
  const spend = (what: keyof typeof spent, amount: number): void => {
    spent[what] += amount;
    if (spent.items > MAX_ITEMS || spent.characters > MAX_CHARACTERS)
      throw new NodeFault('invalid', 'TEMPLATE_TOO_LONG');
  };
  handlebars.registerHelper('each', function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    spend('items', typeof list === 'object' && list !== null ? Object.keys(list).length : 0);
    const fn: Handlebars.TemplateDelegate = (context: unknown, inner) => {
      const text = options.fn(context, inner);
      spend('characters', text.length);
      return text;
    };
    return each.call(this, list, { ...options, fn }) as unknown;
  });
  return { handlebars, begin: () => Object.assign(spent, { items: 0, characters: 0 }) };
};
