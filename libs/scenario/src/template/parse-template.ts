import Handlebars from 'handlebars';
import { ExpressionError } from '../expression-error.js';
import { templateFunctions } from './template-functions.js';
import { rangeOfNode, templateFault } from './template-fault.js';
import { BLOCKS, type BlockName, type Piece, type TemplatePath, type TemplateValue } from './template.js';

const TEMPLATE_LIMIT = 50_000;
const NESTED_BLOCKS = 8;

// The nodes of Handlebars' tree, as far as they are used; its own types leave them open.
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}
interface Program {
  readonly body: readonly Node[];
  readonly blockParams?: readonly string[];
}

const refuse = (what: string): ExpressionError => new ExpressionError('TEMPLATE_PART_REFUSED', { what });

const pathOf = (node: Node): TemplatePath => {
  const parts = node.parts as readonly unknown[];
  if (!parts.every((part): part is string => typeof part === 'string')) throw refuse(String(node.original));
  return { up: Number(node.depth), isData: node.data === true, parts, text: String(node.original) };
};

const numberOf = (value: unknown): bigint => {
  if (!Number.isSafeInteger(value)) throw new ExpressionError('CEL_FLOAT');
  return BigInt(value as number);
};

const callOf = (node: Node): TemplateValue => {
  const path = pathOf(node.path as Node);
  const params = node.params as readonly Node[];
  const isCall = params.length > 0 || (node.type === 'SubExpression' && !path.isData) || isBareCall(path);
  if (node.hash !== undefined && node.hash !== null) throw refuse(`${path.text} …=…`);
  if (!isCall) return { kind: 'path', path };
  const name = path.parts.join('.');
  if (!templateFunctions.has(name)) throw new ExpressionError('TEMPLATE_FUNCTION_UNKNOWN', { name });
  return { kind: 'call', name, args: params.map(valueOf) };
};

const isBareCall = ({ parts, up, isData }: TemplatePath): boolean =>
  !isData && up === 0 && parts.length === 1 && (parts[0] === 'today' || parts[0] === 'now');

const valueOf = (node: Node): TemplateValue => {
  switch (node.type) {
    case 'StringLiteral':
      return { kind: 'literal', value: String(node.value) };
    case 'NumberLiteral':
      return { kind: 'literal', value: numberOf(node.value) };
    case 'BooleanLiteral':
      return { kind: 'literal', value: node.value === true };
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return { kind: 'literal', value: null };
    case 'PathExpression':
      return { kind: 'path', path: pathOf(node) };
    case 'SubExpression':
      return callOf(node);
    default:
      throw refuse(node.type);
  }
};

const isBlockName = (name: string): name is BlockName => (BLOCKS as readonly string[]).includes(name);

interface Reading {
  readonly text: string;
  readonly depth: number;
}

const blockOf = (node: Node, reading: Reading): Piece => {
  const { depth } = reading;
  const name = pathOf(node.path as Node).text;
  const [value, ...more] = node.params as readonly Node[];
  if (!isBlockName(name) || value === undefined || more.length > 0) throw refuse(`#${name}`);
  if (depth >= NESTED_BLOCKS) throw new ExpressionError('TEMPLATE_TOO_DEEP', { limit: NESTED_BLOCKS });
  const program = node.program as Program | undefined;
  const inside = { ...reading, depth: depth + 1 };
  return {
    kind: 'block',
    block: name,
    value: valueOf(value),
    body: piecesOf(program, inside),
    otherwise: piecesOf(node.inverse as Program | undefined, inside),
    names: program?.blockParams ?? [],
  };
};

const pieceOf = (node: Node, reading: Reading): readonly Piece[] => {
  switch (node.type) {
    case 'ContentStatement':
      return [{ kind: 'text', text: String(node.value) }];
    case 'CommentStatement':
      return [];
    case 'MustacheStatement':
      return [{ kind: 'value', value: mustacheOf(node), isRaw: node.escaped === false }];
    case 'BlockStatement':
      return [blockOf(node, reading)];
    default:
      throw refuse(node.type);
  }
};

const mustacheOf = (node: Node): TemplateValue =>
  (node.path as Node).type === 'PathExpression' ? callOf(node) : valueOf(node.path as Node);

/** What is refused is told with its place, that of the innermost part. */
const placedPieceOf = (node: Node, reading: Reading): readonly Piece[] => {
  try {
    return pieceOf(node, reading);
  } catch (error) {
    if (!(error instanceof ExpressionError) || error.range !== undefined) throw error;
    throw new ExpressionError(error.code, error.facts, rangeOfNode(reading.text, node));
  }
};

const piecesOf = (program: Program | undefined | null, reading: Reading): readonly Piece[] =>
  (program?.body ?? []).flatMap((node) => placedPieceOf(node, reading));

const KEPT_TEMPLATES = 500;
const kept = new Map<string, readonly Piece[]>();

const parsed = (text: string): readonly Piece[] => {
  try {
    const tree: unknown = Handlebars.parse(text);
    return piecesOf(tree as Program, { text, depth: 0 });
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    throw templateFault(text, error);
  }
};

/** Reads a template; nothing of it is ever compiled to code. Throws ExpressionError. */
export const parseTemplate = (text: string): readonly Piece[] => {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (text.length > TEMPLATE_LIMIT) throw new ExpressionError('TEXT_TOO_LONG', { limit: TEMPLATE_LIMIT });
  const pieces = parsed(text);
  if (kept.size >= KEPT_TEMPLATES) kept.clear();
  kept.set(text, pieces);
  return pieces;
};

/** What is wrong with how a template is written, with the place; `undefined` when nothing is. */
export const findTemplateFault = (text: string): ExpressionError | undefined => {
  try {
    parseTemplate(text);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
};
