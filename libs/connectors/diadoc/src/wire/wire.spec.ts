import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import protobuf from 'protobufjs';
import { instantOfTicks } from '../ticks.js';
import { decode, encode, wire } from './codec.js';
import { readMessages, writtenMessages } from './messages.js';

const PROTO = join(process.env.POTOK_REFERENCE ?? '../shared/reference', 'data/operators/diadoc/proto');
const withReference = existsSync(PROTO) ? it : it.skip;

const published = (): protobuf.Namespace => {
  const root = new protobuf.Root();
  for (const name of readdirSync(PROTO, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.proto')) protobuf.parse(readFileSync(join(PROTO, name), 'utf8'), root, { keepCase: true });
  return root.resolveAll();
};
// Simple names recur in several packages; ours are of these, in this order.
const PACKAGES = ['', '.Events', '.Documents', '.Invoicing'].map((name) => `Diadoc.Api.Proto${name}`);
const find = (root: protobuf.Namespace, name: string): protobuf.Type => {
  const found = PACKAGES.map((home) => (root.lookup(home) as protobuf.Namespace).get(name));
  return found.find((type) => type instanceof protobuf.Type) as protobuf.Type;
};
const wireTypeOf = (field: protobuf.Field): string =>
  field.resolvedType instanceof protobuf.Enum ? 'int32' : (field.resolvedType?.name ?? field.type);

withReference('agrees with the published protocol in every number, type and rule', () => {
  const root = published();
  for (const [name, message] of Object.entries({ ...readMessages, ...writtenMessages })) {
    const type = find(root, name);
    for (const [fieldName, [id, fieldType, rule]] of Object.entries<readonly [number, string, string?]>(message)) {
      const field = type.fields[fieldName];
      const theirs = field === undefined ? undefined : [field.id, wireTypeOf(field), field.repeated, field.required];
      expect([name, fieldName, theirs]).toEqual([
        name,
        fieldName,
        [id, fieldType, rule === 'repeated', rule === 'required'],
      ]);
    }
  }
});

withReference('writes every field that the protocol requires of us', () => {
  const root = published();
  for (const [name, message] of Object.entries(writtenMessages)) {
    const required = find(root, name).fieldsArray.filter((field) => field.required);
    expect(required.map((field) => field.name).filter((field) => !(field in message))).toEqual([]);
  }
});

it('keeps ticks above 2^53 whole', () => {
  const ticks = '638775123456789012';
  const type = wire.lookupType('ConfirmationMetadata');
  const bytes = type.encode(type.fromObject({ ReceiptStatus: 1, DateTimeTicks: ticks })).finish();
  expect(type.toObject(type.decode(bytes), { longs: String })).toMatchObject({ DateTimeTicks: ticks });
  expect(instantOfTicks('638775123456789012')).toBe('2025-03-14T01:25:45.678Z');
});

it('refuses an answer that lacks a required field', () => {
  const bytes = encode('MessageToPost', { FromBoxId: 'a', ToBoxId: 'b', DocumentAttachments: [] });
  expect(() => decode('Counteragent', bytes)).toThrow();
});
