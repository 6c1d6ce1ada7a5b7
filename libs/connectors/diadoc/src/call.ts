import { faultOfAnswer, faultOfStatus, isHtml, retryAfterMs, wordsOf, type CallAbout } from '@potok/connector-kit';
import { NodeFault, isNodeFault, type HttpAnswer } from '@potok/contracts';
import { DiadocSession, type SessionOptions } from './session.js';
import { SYSTEM } from './map.js';
import { decode } from './wire/codec.js';
import type { Decoded } from './wire/shapes.js';

export interface DiadocCall {
  readonly method: 'GET' | 'POST';
  /** `/V3/PostMessage`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: Uint8Array;
  readonly signal: AbortSignal;
}

const PROTOBUF = 'application/x-protobuf';
const OPERATORS_OWN = new Set([400, 404, 405, 409, 410]);

/** Speaks the operator's HTTP: protobuf both ways, one token, its statuses as faults. */
export class DiadocCaller {
  private readonly session: DiadocSession;
  private readonly base: string;

  constructor(private readonly options: SessionOptions) {
    this.session = new DiadocSession(options);
    this.base = options.settings.apiUrl.replace(/\/+$/, '');
  }

  /** The decoded answer. Throws OPERATOR_REFUSED (refused) with the operator's words, or a fault of the kit. */
  async ask<Name extends keyof Decoded>(name: Name, call: DiadocCall): Promise<Decoded[Name]> {
    const answer = await this.read(call);
    try {
      if (isHtml(answer)) throw faultOfAnswer(answer, this.about(call));
      return decode(name, answer.body);
    } catch (error) {
      throw new NodeFault('unavailable', 'UNEXPECTED_ANSWER', {
        facts: { system: SYSTEM, status: answer.status, method: call.path },
        cause: error,
      });
    }
  }

  /** As `ask`, but an absent thing (404) is `undefined`. */
  async find<Name extends keyof Decoded>(name: Name, call: DiadocCall): Promise<Decoded[Name] | undefined> {
    try {
      return await this.ask(name, call);
    } catch (error) {
      if (isNodeFault(error) && error.facts.status === 404) return undefined;
      throw error;
    }
  }

  /** The answer of a successful call, as bytes. */
  async read(call: DiadocCall): Promise<HttpAnswer> {
    const answer = await this.session.authorized(call.signal, (authorization) => this.request(call, authorization));
    if (answer.status === 200) return answer;
    throw this.faultOf(answer, call);
  }

  private request(call: DiadocCall, authorization: string): Promise<HttpAnswer> {
    const given = Object.entries(call.query ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const query = new URLSearchParams(given).toString();
    return this.options.http.request({
      method: call.method,
      url: `${this.base}${call.path}${query === '' ? '' : `?${query}`}`,
      headers: {
        authorization,
        accept: PROTOBUF,
        ...(call.body === undefined ? {} : { 'content-type': PROTOBUF }),
      },
      ...(call.body === undefined ? {} : { body: call.body }),
      signal: call.signal,
    });
  }

  private faultOf(answer: HttpAnswer, call: DiadocCall): NodeFault {
    // The same operation is still running at the operator: ask again, nothing is doubled.
    if (answer.status === 204) {
      const waitMs = retryAfterMs(answer.headers, this.options.now()) ?? 1000;
      return new NodeFault('unavailable', 'OPERATION_IN_PROGRESS', {
        facts: { system: SYSTEM, method: call.path },
        retryAfterMs: waitMs,
      });
    }
    if (!OPERATORS_OWN.has(answer.status) || isHtml(answer)) return faultOfStatus(answer, this.about(call));
    const code = answer.headers['x-diadoc-errorcode'];
    return new NodeFault('refused', 'OPERATOR_REFUSED', {
      facts: {
        system: SYSTEM,
        status: answer.status,
        method: call.path,
        words: wordsOf(answer) ?? '',
        ...(code === undefined ? {} : { operatorCode: code }),
      },
    });
  }

  private about(call: DiadocCall): CallAbout {
    return { system: SYSTEM, now: this.options.now(), facts: { method: call.path } };
  }
}
