import type { BareReference } from '../values/reference.js';
import { SCOPE_NAMES, type ScopeName } from '../values/scope.js';
import { forgivingFunctions } from './template-functions.js';
import type { Piece, TemplatePath, TemplateValue } from './template.js';

const isScopeName = (name: string | undefined): name is ScopeName =>
  name !== undefined && (SCOPE_NAMES as readonly string[]).includes(name);

interface Around {
  /** Names of blocks and of `$each`, which hide those of the scope. */
  readonly own: ReadonlySet<string>;
  readonly isGuarded: boolean;
}

const ofPath = ({ isData, parts, up }: TemplatePath, { own, isGuarded }: Around): readonly BareReference[] => {
  const [head, ...rest] = isData && parts[0] === 'root' ? parts.slice(1) : parts;
  const isOwn = up === 0 && head !== undefined && own.has(head);
  const isLocal = isData && parts[0] !== 'root';
  return isOwn || isLocal || !isScopeName(head) ? [] : [{ root: head, path: rest, isGuarded }];
};

const ofValue = (value: TemplateValue, around: Around): readonly BareReference[] => {
  switch (value.kind) {
    case 'literal':
      return [];
    case 'path':
      return ofPath(value.path, around);
    case 'call': {
      const isGuarded = around.isGuarded || forgivingFunctions.has(value.name);
      return value.args.flatMap((arg) => ofValue(arg, { ...around, isGuarded }));
    }
  }
};

const ofBlock = (piece: Extract<Piece, { kind: 'block' }>, around: Around): readonly BareReference[] => {
  const tested = ofValue(piece.value, { ...around, isGuarded: true });
  const own = new Set([...around.own, ...piece.names]);
  const body = [...ofPieces(piece.body, { own, isGuarded: around.isGuarded }), ...ofPieces(piece.otherwise, around)];
  return [...tested, ...body.map((one) => (isTested(one, tested) ? { ...one, isGuarded: true } : one))];
};

const isTested = (one: BareReference, tested: readonly BareReference[]): boolean =>
  tested.some(({ root, path }) => root === one.root && path.every((key, index) => one.path[index] === key));

const ofPieces = (pieces: readonly Piece[], around: Around): readonly BareReference[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'text') return [];
    return piece.kind === 'value' ? ofValue(piece.value, around) : ofBlock(piece, around);
  });

/** What a template refers to of the scope; paths inside what a block is about are not among them. */
export const templateReferences = (pieces: readonly Piece[], ownNames: readonly string[]): readonly BareReference[] =>
  ofPieces(pieces, { own: new Set(ownNames), isGuarded: false });
