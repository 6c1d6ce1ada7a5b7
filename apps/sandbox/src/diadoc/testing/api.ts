import { diadocAccount } from '../../demo.js';
import { decode, encode } from '../wire/codec.js';
import type { Fields, MessageShape, Wire } from '../wire/fields.js';

/** A client of the protocol with nothing but fetch: protobuf both ways, as the default is. */
export class Api {
  private token = '';

  constructor(private readonly base: string) {}

  async login(login: string = diadocAccount.login): Promise<this> {
    const answer = await fetch(`${this.base}/V3/Authenticate?type=password`, {
      method: 'POST',
      headers: { authorization: this.credentials, 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: diadocAccount.password }),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    this.token = await answer.text();
    return this;
  }

  get credentials(): string {
    const key = `DiadocAuth ddauth_api_client_id=${diadocAccount.apiClientId}`;
    return this.token === '' ? key : `${key},ddauth_token=${this.token}`;
  }

  call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: this.credentials, ...(init.headers as Record<string, string> | undefined) };
    return fetch(`${this.base}${path}`, { ...init, headers });
  }

  async get<F extends Fields>(path: string, shape: MessageShape<F>): Promise<Wire<MessageShape<F>>> {
    return read(await this.call(path), shape);
  }

  post<F extends Fields>(path: string, shape: MessageShape<F>, value: Wire<MessageShape<F>>): Promise<Response> {
    return this.call(path, { method: 'POST', body: new Uint8Array(encode(shape, value)) });
  }
}

export const read = async <F extends Fields>(
  answer: Response,
  shape: MessageShape<F>,
): Promise<Wire<MessageShape<F>>> => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return decode(shape, new Uint8Array(await answer.arrayBuffer()));
};
