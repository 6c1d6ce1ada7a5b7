import type { ConnectionHttp } from '@potok/node-sdk';
import { faultOfAnswer, faultOfStatus, isHtml, parseExactJson } from '@potok/connector-kit';
import { NodeFault, type HttpAnswer, type Json } from '@potok/contracts';
import type { OneCSecrets, OneCSettings } from './account.js';
import { PASSING_TROUBLE } from './names.js';
import { asJson, guid, type OneCFields } from './odata-text.js';

export const SYSTEM = 'onec-odata';

export interface ODataOptions {
  readonly http: ConnectionHttp;
  readonly secrets: OneCSecrets;
  readonly settings: OneCSettings;
  readonly now: () => Date;
}
export type Entity = Readonly<Record<string, Json>>;
/** A field of an object as text; empty when it is none. */
export const textAt = (entity: Entity | undefined, name: string): string => {
  const value = entity?.[name];
  return typeof value === 'string' ? value.trim() : '';
};
export interface Selection {
  readonly filter?: string;
  readonly select: readonly string[];
  readonly orderby?: string;
  readonly top?: number;
  readonly skip?: number;
}
/** An error as 1С words it. */
export interface ODataError {
  readonly code: string;
  readonly words: string;
}

const EXCEPTION = '-1';
const ABSENT = '9';
const EXISTS = '15';
// Writing runs the rules of the base and may take long.
const WRITE_TIMEOUT_MS = 120_000;

/** The standard OData interface of a base (version 3, JSON). */
export class OData {
  private readonly base: string;
  private readonly authorization: string;

  constructor(private readonly options: ODataOptions) {
    const { user, password } = options.secrets;
    this.base = options.settings.baseUrl.replace(/\/+$/, '');
    this.authorization = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
  }

  async list(set: string, selection: Selection, signal: AbortSignal): Promise<readonly Entity[]> {
    const query = [
      '$format=json',
      `$select=${encodeURIComponent(selection.select.join(','))}`,
      ...(selection.filter === undefined ? [] : [`$filter=${encodeURIComponent(selection.filter)}`]),
      ...(selection.orderby === undefined ? [] : [`$orderby=${encodeURIComponent(selection.orderby)}`]),
      ...(selection.skip === undefined ? [] : [`$skip=${selection.skip}`]),
      ...(selection.top === undefined ? [] : [`$top=${selection.top}`]),
    ].join('&');
    const answer = await this.request({ method: 'GET', path: `${encodeURIComponent(set)}?${query}`, signal });
    if (answer.status !== 200) throw this.faultOf(answer);
    const { value } = this.read(answer) as { readonly value?: Json };
    if (!Array.isArray(value)) throw this.unexpected(answer);
    return value as readonly Entity[];
  }

  /** One object; `undefined` when there is none. */
  async find(set: string, id: string, signal: AbortSignal): Promise<Entity | undefined> {
    const answer = await this.request({ method: 'GET', path: `${place(set, id)}?$format=json`, signal });
    if (answer.status === 200) return this.read(answer) as Entity;
    if (answer.status === 404 && this.errorOf(answer)?.code === ABSENT) return undefined;
    throw this.faultOf(answer);
  }

  /** Writes a new object under a key of ours; one that is there already is left as it is. */
  async create(set: string, fields: OneCFields & { readonly Ref_Key: string }, signal: AbortSignal): Promise<void> {
    const path = `${encodeURIComponent(set)}?$format=json`;
    const answer = await this.request({ method: 'POST', path, body: asJson(fields), signal });
    this.mustBeNoPage(answer);
    if (answer.status === 201 || answer.status === 200 || this.errorOf(answer)?.code === EXISTS) return;
    // A base may fail after it has written: what counts is whether the object is there.
    if (answer.status >= 500 && (await this.find(set, fields.Ref_Key, signal)) !== undefined) return;
    throw this.faultOf(answer);
  }

  async change(
    set: string,
    { id, fields }: { readonly id: string; readonly fields: OneCFields },
    signal: AbortSignal,
  ): Promise<void> {
    const path = `${place(set, id)}?$format=json`;
    const answer = await this.request({ method: 'PATCH', path, body: asJson(fields), signal });
    this.mustBeNoPage(answer);
    if (answer.status !== 200 && answer.status !== 204) throw this.faultOf(answer);
  }

  /** `Post` or `Unpost` of a document. */
  async act(
    set: string,
    { id, verb }: { readonly id: string; readonly verb: 'Post' | 'Unpost' },
    signal: AbortSignal,
  ): Promise<void> {
    const query = verb === 'Post' ? 'PostingModeOperational=false&$format=json' : '$format=json';
    const answer = await this.request({ method: 'POST', path: `${place(set, id)}/${verb}?${query}`, signal });
    this.mustBeNoPage(answer);
    if (answer.status !== 200 && answer.status !== 204) throw this.faultOf(answer);
  }

  /** The description of the base (EDMX), as text. */
  async metadata(signal: AbortSignal): Promise<string> {
    const answer = await this.request({ method: 'GET', path: '$metadata', signal });
    const text = new TextDecoder().decode(answer.body);
    if (answer.status !== 200) throw this.faultOf(answer);
    if (isHtml(answer) || !text.includes('Edmx')) throw this.unexpected(answer);
    return text;
  }

  private request(order: {
    readonly method: string;
    readonly path: string;
    readonly body?: string;
    readonly signal: AbortSignal;
  }): Promise<HttpAnswer> {
    const { method, path, body, signal } = order;
    return this.options.http.request({
      method,
      url: `${this.base}/${path}`,
      headers: {
        authorization: this.authorization,
        accept: path === '$metadata' ? 'application/xml' : 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json;charset=utf-8' }),
      },
      ...(body === undefined ? {} : { body }),
      ...(method === 'GET' ? {} : { timeoutMs: WRITE_TIMEOUT_MS }),
      signal,
    });
  }

  /** An exception of the base (code −1) is the base's «нет», whatever the status; the rest goes by status. */
  private faultOf(answer: HttpAnswer): NodeFault {
    const error = this.errorOf(answer);
    if (error === undefined) return faultOfStatus(answer, { system: SYSTEM, now: this.options.now() });
    const { code, words } = error;
    const facts = { system: SYSTEM, status: answer.status, oneCCode: code, words };
    if (code === EXCEPTION)
      return willPass(words)
        ? new NodeFault('unavailable', 'BASE_BUSY', { facts })
        : new NodeFault('refused', 'BASE_REFUSED', { facts });
    return faultOfStatus(answer, { system: SYSTEM, now: this.options.now(), words, facts: { oneCCode: code } });
  }

  private errorOf(answer: HttpAnswer): ODataError | undefined {
    try {
      const body = parseExactJson(new TextDecoder().decode(answer.body)) as { readonly 'odata.error'?: Json };
      const error = body['odata.error'] as { readonly code?: string; readonly message?: { readonly value?: string } };
      return { code: error.code ?? '', words: error.message?.value ?? '' };
    } catch {
      return undefined;
    }
  }

  private read(answer: HttpAnswer): Json {
    try {
      return parseExactJson(new TextDecoder().decode(answer.body));
    } catch {
      throw this.unexpected(answer);
    }
  }

  /** A login form or a stub says 200 as well, and nothing has been written. */
  private mustBeNoPage(answer: HttpAnswer): void {
    if (answer.status < 300 && isHtml(answer)) throw this.unexpected(answer);
  }

  private unexpected(answer: HttpAnswer): NodeFault {
    return faultOfAnswer(answer, { system: SYSTEM, now: this.options.now() });
  }
}

const willPass = (words: string): boolean =>
  PASSING_TROUBLE.some((sign) => words.toLowerCase().replaceAll('ё', 'е').includes(sign));

const place = (set: string, id: string): string => `${encodeURIComponent(set)}(${guid(id)})`;
