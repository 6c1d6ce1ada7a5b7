/** A protobuf message or enum of the protocol, written down by hand: the types of TypeScript follow from it. */
export interface Field<T, Rule extends FieldRule = FieldRule> {
  readonly rule: Rule;
  readonly id: number;
  readonly of: ScalarName | MessageShape | EnumShape;
  /** Never set: carries the type. */
  readonly value?: T;
}
export type FieldRule = 'required' | 'optional' | 'repeated';
export type ScalarName = 'string' | 'bytes' | 'bool' | 'int32' | 'sfixed32' | 'sfixed64';

export interface EnumShape<Word extends string = string> {
  readonly kind: 'enum';
  readonly name: string;
  readonly values: Readonly<Record<Word, number>>;
}
export type Fields = Readonly<Record<string, Field<unknown>>>;
export interface MessageShape<F extends Fields = Fields> {
  readonly kind: 'message';
  readonly name: string;
  readonly fields: F;
}

type Keys<F extends Fields, Rule extends FieldRule> = {
  [K in keyof F]: F[K] extends Field<unknown, Rule> ? K : never;
}[keyof F];
type ValueOf<T> = T extends Field<infer V> ? V : never;

/** The object form of a message: required keys, optional keys, lists that may be left out. */
export type Wire<M> =
  M extends MessageShape<infer F>
    ? { [K in Keys<F, 'required'>]: ValueOf<F[K]> } & { [K in Keys<F, 'optional'>]?: ValueOf<F[K]> | undefined } & {
        [K in Keys<F, 'repeated'>]?: readonly ValueOf<F[K]>[] | undefined;
      }
    : never;
export type WordOf<E> = E extends EnumShape<infer Word> ? Word : never;

export const message = <F extends Fields>(name: string, fields: F): MessageShape<F> => ({
  kind: 'message',
  name,
  fields,
});
export const enumOf = <Word extends string>(name: string, values: Readonly<Record<Word, number>>): EnumShape<Word> => ({
  kind: 'enum',
  name,
  values,
});

const rules = <Rule extends FieldRule>(rule: Rule) => {
  const scalar =
    <T>(of: ScalarName) =>
    (id: number): Field<T, Rule> => ({ rule, id, of });
  return {
    string: scalar<string>('string'),
    bytes: scalar<Uint8Array>('bytes'),
    bool: scalar<boolean>('bool'),
    int32: scalar<number>('int32'),
    sfixed32: scalar<number>('sfixed32'),
    /** .NET ticks and the like go beyond 2^53: decimal text. */
    sfixed64: scalar<string>('sfixed64'),
    of: <F extends Fields>(shape: MessageShape<F>, id: number): Field<Wire<MessageShape<F>>, Rule> => ({
      rule,
      id,
      of: shape,
    }),
    word: <Word extends string>(shape: EnumShape<Word>, id: number): Field<Word, Rule> => ({ rule, id, of: shape }),
  };
};

export const req = rules('required');
export const opt = rules('optional');
export const list = rules('repeated');
