import type { JsonSchema } from '@potok/contracts';
import { schemaAlong } from '../analysis/schema-path.js';
import { itemTypeOf, typeOfExpression, withName, type TypedNames } from '../cel/check-expression.js';
import { typeFits } from '../cel/cel-types.js';
import { ExpressionError } from '../expression-error.js';
import type { Findings } from '../finding.js';
import { parseTemplate } from '../template/parse-template.js';
import { dynamicPlaces, type DynamicPlace } from '../values/param-value.js';

interface Checked {
  readonly node: string;
  readonly params: unknown;
  readonly schema: JsonSchema;
  readonly names: TypedNames;
}

const fits = (celType: string, { path }: DynamicPlace, schema: JsonSchema): void => {
  const place = schemaAlong(schema, path);
  if (place.kind !== 'known' || typeFits(celType, place.schema)) return;
  throw new ExpressionError('RESULT_TYPE_WRONG', { got: celType, wanted: wantedBy(place.schema) });
};

/** What a field takes, for a sentence. */
export const wantedBy = ({ type, format }: JsonSchema): string => {
  const name = Array.isArray(type) ? type.map(String).join(' | ') : typeof type === 'string' ? type : 'any';
  return typeof format === 'string' ? `${name} (${format})` : name;
};

/** Names for what is inside each `$each`, by the pointer of its body. */
class NamesByPlace {
  private readonly bodies: { readonly body: string; readonly names: TypedNames }[] = [];

  constructor(private readonly outer: TypedNames) {}

  at(pointer: string): TypedNames {
    const around = this.bodies.filter(({ body }) => pointer === body || pointer.startsWith(`${body}/`));
    return around.at(-1)?.names ?? this.outer;
  }

  enter(place: DynamicPlace, as: string, listType: string): void {
    const named = withName(this.at(place.pointer), as, itemTypeOf(listType));
    this.bodies.push({ body: `${place.pointer}/do`, names: withName(named, `${as}Index`, 'int') });
  }
}

const checkPlace = (place: DynamicPlace, schema: JsonSchema, names: NamesByPlace): void => {
  const { dynamic, pointer } = place;
  switch (dynamic.kind) {
    case 'cel':
      fits(typeOfExpression(dynamic.text, names.at(pointer)), place, schema);
      break;
    case 'tpl':
      parseTemplate(dynamic.text);
      fits('string', place, schema);
      break;
    case 'each': {
      const type = typeOfExpression(dynamic.list, names.at(pointer));
      names.enter(place, dynamic.as, type);
      fits('list', place, schema);
      break;
    }
  }
};

/** Every expression and template of a node: well written, of known names and fields, of a type that its field takes. */
export const checkExpressions = ({ node, params, schema, names }: Checked, findings: Findings): void => {
  const byPlace = new NamesByPlace(names);
  for (const place of dynamicPlaces(params)) {
    // Said already, and better, by the check of references; the type check would only repeat it.
    if (findings.hasErrorAt(node, place.pointer)) continue;
    try {
      checkPlace(place, schema, byPlace);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      findings.refuse(error, { node, field: place.pointer });
    }
  }
};
