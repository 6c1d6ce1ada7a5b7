export type ComparisonWord = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type ArithmeticWord = 'add' | 'sub' | 'mul' | 'div';

/** A parsed `$filter`. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'path'; readonly of?: Expression; readonly steps: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'compare'; readonly word: ComparisonWord; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly word: ArithmeticWord;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'lambda';
      readonly steps: readonly string[];
      readonly word: 'any' | 'all';
      readonly variable: string;
      readonly body: Expression | undefined;
    };

/** A value with its type: 1С does not compare a text with a number. */
export type Value =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'guid'; readonly value: string }
  | { readonly type: 'date'; readonly value: string }
  | { readonly type: 'reference'; readonly set: string; readonly value: string }
  | { readonly type: 'null' };
