import protobuf from 'protobufjs';

import type { EnumShape, Field, Fields, MessageShape, Wire } from './fields.js';

/** A request that is no message of the wanted type; `message` says where. */
export class NotThisMessage extends Error {}

type Plain = Record<string, unknown>;

const root = new protobuf.Root();

const typeOf = (shape: MessageShape): protobuf.Type => {
  const known = root.get(shape.name);
  if (known instanceof protobuf.Type) return known;
  const type = new protobuf.Type(shape.name);
  root.add(type);
  for (const [name, field] of Object.entries(shape.fields)) {
    const of = typeof field.of === 'string' ? field.of : nameOf(field.of);
    type.add(new protobuf.Field(name, field.id, of, field.rule === 'optional' ? undefined : field.rule));
  }
  return type;
};

const nameOf = (shape: MessageShape | EnumShape): string => {
  if (shape.kind === 'message') return typeOf(shape).name;
  if (!root.get(shape.name)) root.add(new protobuf.Enum(shape.name, { ...shape.values }));
  return shape.name;
};

export const encode = <F extends Fields>(shape: MessageShape<F>, value: Wire<MessageShape<F>>): Buffer => {
  const type = typeOf(shape);
  const missing = findMissing(shape, value);
  if (missing) throw new Error(`${shape.name}: required ${missing} is absent`);
  return Buffer.from(type.encode(type.fromObject(value as Plain)).finish());
};

export const decode = <F extends Fields>(shape: MessageShape<F>, bytes: Uint8Array): Wire<MessageShape<F>> => {
  const type = typeOf(shape);
  try {
    return toObject(type, type.decode(bytes)) as Wire<MessageShape<F>>;
  } catch (error) {
    throw new NotThisMessage(`${shape.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** The object of a JSON body. Names are PascalCase as in the protocol; `bytes` are base64; enums are words or numbers. */
export const fromJson = <F extends Fields>(shape: MessageShape<F>, json: unknown): Wire<MessageShape<F>> => {
  const missing = findMissing(shape, json);
  if (missing) throw new NotThisMessage(`${shape.name}: required ${missing} is absent`);
  const type = typeOf(shape);
  try {
    return toObject(type, type.fromObject(json as Plain)) as Wire<MessageShape<F>>;
  } catch (error) {
    throw new NotThisMessage(`${shape.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const toObject = (type: protobuf.Type, value: protobuf.Message): Plain =>
  type.toObject(value, { longs: String, enums: String, bytes: Buffer });

const TICKS = /"(\w*(?:Ticks|RawCreationDate)\w*)":"(-?\d+)"/g;

/** JSON as the operator writes it: every list present, bytes in base64, ticks as numbers that may exceed 2^53. */
export const toJson = <F extends Fields>(shape: MessageShape<F>, value: Wire<MessageShape<F>>): string =>
  JSON.stringify(jsonOf(shape, value)).replace(TICKS, '"$1":$2');

const jsonOf = (shape: MessageShape, value: Plain): Plain => {
  const json: Plain = { ...conveniences(shape.name, value) };
  for (const [name, field] of Object.entries(shape.fields)) {
    const given = value[name];
    const one = (item: unknown): unknown => jsonValue(field.of, item);
    if (field.rule === 'repeated') json[name] = ((given ?? []) as unknown[]).map(one);
    else if (given !== undefined) json[name] = one(given);
  }
  return json;
};

const jsonValue = (of: MessageShape | EnumShape | string, value: unknown): unknown => {
  if (typeof of !== 'string') return of.kind === 'message' ? jsonOf(of, value as Plain) : value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
};

const TICKS_AT_EPOCH = 621_355_968_000_000_000n;

/** Fields that the JSON form has beside those of the .proto. */
const conveniences = (name: string, value: Plain): Plain => {
  if (name === 'Organization') return { OrgIdGuid: value['OrgId'], JoinedDiadocTreaty: true };
  if (name !== 'Counteragent') return {};
  const ms = Number((BigInt(value['LastEventTimestampTicks'] as string) - TICKS_AT_EPOCH) / 10_000n);
  return { LastEventTimestamp: new Date(ms).toISOString() };
};

/** Path of the first required field that is not there. */
const findMissing = (shape: MessageShape, value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shape.name;
  const given = value as Plain;
  for (const [name, field] of Object.entries(shape.fields)) {
    const missing = missingIn(field, given[name]);
    if (missing !== undefined) return [name, missing].filter(Boolean).join('.');
  }
  return undefined;
};

const missingIn = ({ rule, of }: Field<unknown>, item: unknown): string | undefined => {
  if (item === undefined || item === null) return rule === 'required' ? '' : undefined;
  return typeof of !== 'string' && of.kind === 'message' ? findInside(of, item) : undefined;
};

const findInside = (shape: MessageShape, item: unknown): string | undefined => {
  const items: readonly unknown[] = Array.isArray(item) ? item : [item];
  for (const one of items) {
    const missing = findMissing(shape, one);
    if (missing) return missing;
  }
  return undefined;
};
