import type { Proof } from '@potok/contracts';

const MASK = '•••';
const SECRET_HEADER = /authorization|cookie|token|secret|signature|api-?key|password/;

/** Headers as they are kept and shown: what proves the caller is not kept. */
export const maskHeaders = (headers: Readonly<Record<string, string>>, proof: Proof): Record<string, string> => {
  const proving = 'header' in proof ? proof.header.toLowerCase() : '';
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      name === proving || (SECRET_HEADER.test(name) && name !== 'idempotency-key') ? MASK : value,
    ]),
  );
};

/** Битрикс24 puts its tokens into the body, under `auth`. */
export const maskBody = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || !('auth' in body)) return body;
  const { auth } = body;
  if (typeof auth !== 'object' || auth === null) return body;
  const masked = Object.entries(auth).map(([name, value]) => [
    name,
    name.endsWith('token') ? MASK : (value as unknown),
  ]);
  return { ...body, auth: Object.fromEntries(masked) as object };
};
