import { DiadocError } from '../http/diadoc-error.js';
import type { SignatureCheck } from '../files/notary.js';
import type { OrganizationRecord } from '../state/state.js';
import { readShelf } from '../state/shelf.js';
import type { SignedContentWire } from '../wire/message-to-post.js';
import type { World } from '../world.js';

export interface Signed {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

const MAX_DOCUMENT_BYTES = 70 * 1024 * 1024;
const MAX_INVALID_A_DAY = 3;
const DAY_MS = 24 * 3600 * 1000;

/** Content and signature of a call, out of the body or off the shelf, with the signature checked. */
export const takeSigned = async (
  world: World,
  boxId: string,
  { entityId, content }: { entityId?: string; content: SignedContentWire },
): Promise<Signed> => {
  const bytes = await oneOf(world, content.Content, content.NameOnShelf);
  if (!bytes || bytes.length === 0) throw new DiadocError(400, 'Не передано содержимое: нужно Content или NameOnShelf');
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new DiadocError(400, 'Документ больше 70 МБ');
  const signature = content.SignWithTestSignature
    ? await world.notary.sign({ boxId }, bytes)
    : await oneOf(world, content.Signature, content.SignatureNameOnShelf);
  await demandSignature(world, { boxId, bytes, signature, ...(entityId ? { entityId } : {}) });
  return { bytes, signature: signature ?? Buffer.alloc(0) };
};

const oneOf = async (world: World, inline: Uint8Array | undefined, onShelf: string | undefined) =>
  inline ?? (onShelf ? readShelf(world, onShelf) : undefined);

interface Presented {
  readonly boxId: string;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array | undefined;
  /** The entity that is answered or signed; its invalid tries are counted. */
  readonly entityId?: string;
}

const tries = new WeakMap<World, Map<string, number[]>>();

export const demandSignature = async (
  world: World,
  { boxId, bytes, signature, entityId }: Presented,
): Promise<void> => {
  if (!signature || signature.length === 0) throw new DiadocError(400, 'Не передана подпись документа');
  if (entityId) demandFewTries(world, entityId);
  const check = await world.notary.check(bytes, signature);
  const owner = world.getOrganization(boxId);
  const problem = check.isValid ? strangerProblem(check, owner) : (check.problem ?? 'подпись не сходится');
  if (problem === undefined) return;
  if (entityId) countTry(world, entityId);
  throw new DiadocError(400, `Подпись недействительна: ${problem}`);
};

/** A certificate of a firm must be of this firm; that of a person alone stands for a signer with an МЧД. */
const strangerProblem = (check: SignatureCheck, owner: OrganizationRecord): string | undefined => {
  const inn = owner.isEntrepreneur ? (check.innLegal ?? check.inn) : check.innLegal;
  return inn !== undefined && inn !== owner.inn
    ? `сертификат выдан ИНН ${inn}, ящик принадлежит ИНН ${owner.inn}`
    : undefined;
};

const recentTries = (world: World, entityId: string): readonly number[] =>
  (tries.get(world)?.get(entityId) ?? []).filter((at) => world.now().getTime() - at < DAY_MS);

const demandFewTries = (world: World, entityId: string): void => {
  if (recentTries(world, entityId).length < MAX_INVALID_A_DAY) return;
  throw new DiadocError(409, 'За сутки к сущности приложено больше трёх недействительных подписей');
};

const countTry = (world: World, entityId: string): void => {
  const known = tries.get(world) ?? new Map<string, number[]>();
  known.set(entityId, [...recentTries(world, entityId), world.now().getTime()]);
  tries.set(world, known);
};
