import type { OrganizationRecord } from '../state/state.js';
import { toBoxGuid } from '../ids.js';
import { decode, fromJson, NotThisMessage } from '../wire/codec.js';
import type { Fields, MessageShape, Wire } from '../wire/fields.js';
import type { World } from '../world.js';
import { DiadocError } from './diadoc-error.js';
import type { Query } from './query.js';

export type Answer =
  | { readonly kind: 'message'; readonly shape: MessageShape; readonly value: Record<string, unknown> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly contentType: string; readonly fileName?: string }
  /** Not ready: 204 for task results and running calls, 200 without a body for forms. */
  | { readonly kind: 'later'; readonly status: 200 | 204; readonly seconds: number }
  | { readonly kind: 'nothing'; readonly status: 200 | 204 };

export const messageOf = <F extends Fields>(shape: MessageShape<F>, value: Wire<MessageShape<F>>): Answer => ({
  kind: 'message',
  shape: shape,
  value: value,
});

/** One method of the API. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Needs no token. */
  readonly isOpen?: boolean;
  /** Date after which the method goes: answers carry Sunset and Link. */
  readonly sunset?: string;
  handle(call: Call): Promise<Answer>;
}

export interface CallParts {
  readonly world: World;
  readonly query: Query;
  readonly body: Buffer;
  readonly contentType: string;
  readonly authorization: string;
  readonly login: string;
}

/** A call by a known user. */
export class Call {
  readonly world: World;
  readonly query: Query;
  readonly body: Buffer;
  readonly login: string;
  readonly authorization: string;
  private readonly contentType: string;

  constructor(parts: CallParts) {
    this.world = parts.world;
    this.query = parts.query;
    this.body = parts.body;
    this.login = parts.login;
    this.authorization = parts.authorization;
    this.contentType = parts.contentType;
  }

  get isJson(): boolean {
    return this.contentType.toLowerCase().includes('json');
  }

  /** The body as a message: JSON by Content-Type, else protobuf. */
  read<F extends Fields>(shape: MessageShape<F>): Wire<MessageShape<F>> {
    try {
      return this.isJson ? fromJson(shape, parseJson(this.body)) : decode(shape, this.body);
    } catch (error) {
      if (error instanceof NotThisMessage) throw new DiadocError(400, `Тело запроса не читается: ${error.message}`);
      throw error;
    }
  }

  /** The caller's own box from the query. */
  ownBox(name = 'boxId'): OrganizationRecord {
    return this.demandOwn(this.query.box(name));
  }

  /** The caller's own box from the body. */
  ownBoxOf(text: string): OrganizationRecord {
    const guid = toBoxGuid(text);
    if (!guid) throw new DiadocError(400, `${text} не является идентификатором ящика`);
    return this.demandOwn(guid);
  }

  ownOrganizations(): readonly OrganizationRecord[] {
    return this.world.state.organizations.filter((one) => one.login === this.login);
  }

  private demandOwn(boxId: string): OrganizationRecord {
    const found = this.world.getOrganization(boxId);
    if (found.login !== this.login) throw new DiadocError(403, `Нет доступа к ящику ${boxId}`);
    return found;
  }
}

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new NotThisMessage('это не JSON');
  }
};
