import { ODataError } from '../wire/odata-error.js';
import type { ArithmeticWord, ComparisonWord, Expression } from './expression.js';
import { type Token, tokensOf } from './tokens.js';

const COMPARISONS: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const DEEPEST = 100;

/** `$filter` of OData 3 as 1С takes it; https://its.1c.ru, 17.4.5. Throws code 14 with what it stumbled on. */
export const parseFilter = (text: string): Expression => {
  const parser = new FilterParser(tokensOf(text, '$filter'));
  return parser.whole();
};

class FilterParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.or();
    if (this.peek().kind !== 'end') throw this.stumble();
    return expression;
  }

  private or(): Expression {
    let left = this.and();
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.and() };
    return left;
  }

  private and(): Expression {
    let left = this.not();
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.not() };
    return left;
  }

  private not(): Expression {
    if (!this.takeWord('not')) return this.comparison();
    return { kind: 'not', of: this.deeper(() => this.not()) };
  }

  private comparison(): Expression {
    const left = this.sum();
    const word = this.takeAnyWord(COMPARISONS);
    return word === undefined ? left : { kind: 'compare', word: word as ComparisonWord, left, right: this.sum() };
  }

  private sum(): Expression {
    let left = this.product();
    for (let word = this.takeSign(); word !== undefined; word = this.takeSign())
      left = { kind: 'arithmetic', word, left, right: this.product() };
    return left;
  }

  /** A bare `+` is addition here, never a space. */
  private takeSign(): ArithmeticWord | undefined {
    if (this.takeMark('+')) return 'add';
    if (this.takeMark('-')) return 'sub';
    return this.takeAnyWord(['add', 'sub']) as ArithmeticWord | undefined;
  }

  private product(): Expression {
    let left = this.primary();
    for (let word = this.takeAnyWord(['mul', 'div']); word !== undefined; word = this.takeAnyWord(['mul', 'div']))
      left = { kind: 'arithmetic', word: word as ArithmeticWord, left, right: this.primary() };
    return left;
  }

  private primary(): Expression {
    if (this.takeMark('(')) {
      const inner = this.deeper(() => this.or());
      this.needMark(')');
      return inner;
    }
    const token = this.next();
    switch (token.kind) {
      case 'guid':
        return { kind: 'literal', value: { type: 'guid', value: token.text.toLowerCase() } };
      case 'date':
        return { kind: 'literal', value: { type: 'date', value: wholeDate(token.text) } };
      case 'text':
        return { kind: 'literal', value: { type: 'text', value: token.text } };
      case 'number':
        return { kind: 'literal', value: { type: 'number', value: Number(token.text) } };
      case 'name':
        return this.named(token.text);
      case 'mark':
      case 'end':
        throw this.stumble(token);
    }
  }

  private named(name: string): Expression {
    if (name === 'true' || name === 'false')
      return { kind: 'literal', value: { type: 'boolean', value: name === 'true' } };
    if (name === 'null') return { kind: 'literal', value: { type: 'null' } };
    if (this.takeMark('(')) return this.afterCall({ kind: 'call', name: name.toLowerCase(), args: this.args() });
    return this.path([name]);
  }

  private args(): readonly Expression[] {
    if (this.takeMark(')')) return [];
    const args = [this.deeper(() => this.or())];
    while (this.takeMark(',')) args.push(this.deeper(() => this.or()));
    this.needMark(')');
    return args;
  }

  /** `cast(…)/Поле`. */
  private afterCall(call: Expression): Expression {
    const steps: string[] = [];
    while (this.takeMark('/')) steps.push(this.needName());
    return steps.length === 0 ? call : { kind: 'path', of: call, steps };
  }

  private path(steps: readonly string[]): Expression {
    if (!this.takeMark('/')) return { kind: 'path', steps };
    const step = this.needName();
    if ((step === 'any' || step === 'all') && this.takeMark('(')) return this.lambda(steps, step);
    return this.path([...steps, step]);
  }

  private lambda(steps: readonly string[], word: 'any' | 'all'): Expression {
    if (this.takeMark(')')) return { kind: 'lambda', steps, word, variable: '', body: undefined };
    const variable = this.needName();
    this.needMark(':');
    const body = this.deeper(() => this.or());
    this.needMark(')');
    return { kind: 'lambda', steps, word, variable, body };
  }

  private deeper<T>(act: () => T): T {
    if ((this.depth += 1) > DEEPEST) throw ODataError.badOption('$filter', 'слишком глубокая вложенность');
    const done = act();
    this.depth -= 1;
    return done;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private takeWord(word: string): boolean {
    return this.takeAnyWord([word]) !== undefined;
  }

  private takeAnyWord(words: readonly string[]): string | undefined {
    const { kind, text } = this.peek();
    if (kind !== 'name' || !words.includes(text.toLowerCase())) return undefined;
    this.at += 1;
    return text.toLowerCase();
  }

  private takeMark(mark: string): boolean {
    const { kind, text } = this.peek();
    if (kind !== 'mark' || text !== mark) return false;
    this.at += 1;
    return true;
  }

  private needMark(mark: string): void {
    if (!this.takeMark(mark)) throw this.stumble();
  }

  private needName(): string {
    const token = this.next();
    if (token.kind !== 'name') throw this.stumble(token);
    return token.text;
  }

  private stumble(token: Token = this.peek()): ODataError {
    const what = token.kind === 'end' ? 'выражение оборвано' : `неожиданное "${token.text}"`;
    return ODataError.badOption('$filter', what);
  }
}

const wholeDate = (text: string): string => {
  const full = text.length === 10 ? `${text}T00:00:00` : text;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(full))
    throw ODataError.badOption('$filter', `неверная дата "${text}"`);
  return full.length === 16 ? `${full}:00` : full;
};
