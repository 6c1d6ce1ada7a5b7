import protobuf from 'protobufjs';
import { readMessages, writtenMessages, type WireMessage } from './messages.js';
import type { Decoded, Encoded } from './shapes.js';

const fieldsOf = (message: WireMessage) =>
  Object.fromEntries(
    Object.entries(message).map(([name, [id, type, rule]]) => [
      name,
      { id, type, ...(rule === undefined ? {} : { rule }) },
    ]),
  );

/** The connector's own wire types as one protobuf root, field names as on the wire. */
export const wire = protobuf.Root.fromJSON({
  nested: Object.fromEntries(
    Object.entries<WireMessage>({ ...readMessages, ...writtenMessages }).map(([name, message]) => [
      name,
      { fields: fieldsOf(message) },
    ]),
  ),
});

/** Ticks exceed 2^53, so 64-bit numbers come as text. Throws when a required field is missing. */
export const decode = <Name extends keyof Decoded>(name: Name, bytes: Uint8Array): Decoded[Name] => {
  const type = wire.lookupType(name);
  return type.toObject(type.decode(bytes), { longs: String, arrays: true }) as Decoded[Name];
};

export const encode = <Name extends keyof Encoded>(name: Name, value: Encoded[Name]): Uint8Array => {
  const type = wire.lookupType(name);
  return type.encode(type.fromObject({ ...value })).finish();
};
