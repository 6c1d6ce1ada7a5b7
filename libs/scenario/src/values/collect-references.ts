import { parseExpression } from '../cel/evaluate-expression.js';
import { expressionReferences } from '../cel/expression-references.js';
import { ExpressionError } from '../expression-error.js';
import { parseTemplate } from '../template/parse-template.js';
import { templateReferences } from '../template/template-references.js';
import { dynamicPlaces, type DynamicPlace } from './param-value.js';
import type { BareReference, Reference } from './reference.js';

const namesIn = ({ names }: DynamicPlace): readonly string[] => names.flatMap((name) => [name, `${name}Index`]);

const bareReferences = (place: DynamicPlace): readonly BareReference[] => {
  const { dynamic } = place;
  switch (dynamic.kind) {
    case 'cel':
      return expressionReferences(parseExpression(dynamic.text).ast, namesIn(place));
    case 'each':
      return expressionReferences(parseExpression(dynamic.list).ast, namesIn(place));
    case 'tpl':
      return templateReferences(parseTemplate(dynamic.text), namesIn(place));
  }
};

/** What one dynamic place refers to; nothing when it is not well written, which its own check says. */
const referencesAt = (place: DynamicPlace): readonly Reference[] => {
  try {
    return bareReferences(place).map((reference) => ({ ...reference, pointer: place.pointer }));
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
};

/** Everything of the scope that params refer to. */
export const collectReferences = (params: unknown): readonly Reference[] => dynamicPlaces(params).flatMap(referencesAt);
