export interface InputWords {
  readonly name: string;
  readonly field: string;
  readonly rule: string;
  /** How many other fields are wrong too. */
  readonly more: number;
}

const place = (name: string, field: string) => (field === '' ? 'Данные шага' : `Поле «${name}» (${field})`);

/** Rules of JSON Schema as people say them. */
export const texts = {
  rules: {
    required: 'не заполнено',
    additionalProperties: 'здесь лишнее, узел его не знает',
    'format:decimal': 'нужно число с точкой, в кавычках и без пробелов, например "1200.50"',
    'format:date': 'нужна дата вида 2026-11-24',
    'format:date-time': 'нужно время вида 2026-11-24T10:00:00Z',
    'format:email': 'нужен адрес почты вида name@firma.ru',
    'format:uuid': 'нужен идентификатор вида 0190…-…',
    'format:uri': 'нужен полный адрес вида https://…',
    'type:string': 'нужен текст',
    'type:array': 'нужен список',
    'type:object': 'нужен набор полей',
    'type:number': 'нужно число',
    'type:integer': 'нужно целое число',
    'type:boolean': 'нужно true или false',
    minItems: 'в списке слишком мало строк',
    maxItems: 'в списке слишком много строк',
    minLength: 'слишком короткое или пустое',
    maxLength: 'слишком длинное',
    minimum: 'число слишком мало',
    maximum: 'число слишком велико',
    pattern: 'записано не по правилам',
    enum: 'такого варианта нет',
    const: 'такого варианта нет',
    other: 'значение не подходит',
  },
  sentence: ({ name, field, rule, more }: InputWords): string =>
    `${place(name, field)}: ${rule}. Исправьте данные, из которых оно берётся, или формулу шага и повторите.${more > 0 ? ` Других ошибок: ${more}.` : ''}`,
};
