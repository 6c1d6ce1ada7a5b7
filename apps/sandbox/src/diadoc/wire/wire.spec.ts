import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import protobuf from 'protobufjs';

import { decode, encode, fromJson, NotThisMessage, toJson } from './codec.js';
import * as counteragent from './counteragent.js';
import * as document from './document.js';
import * as enums from './enums.js';
import type { EnumShape, MessageShape } from './fields.js';
import * as got from './message.js';
import * as posted from './message-to-post.js';
import * as organization from './organization.js';
import * as service from './service.js';

const modules: readonly Record<string, unknown>[] = [counteragent, document, got, posted, organization, service];
const everything = modules.flatMap((module) => Object.values(module));
const isShape = (value: unknown): value is MessageShape =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'message';
/** Names of ours where two published messages share one, or one is cut in two. */
const PUBLISHED_NAMES: Record<string, string> = {
  BoxWithOrganization: 'Box',
  RevocationCommentInfo: 'RevocationRequestInfo',
};
const shapes = everything.filter(isShape);
const publishedName = (shape: MessageShape): string => PUBLISHED_NAMES[shape.name] ?? shape.name;
const folder = resolve(process.env['POTOK_REFERENCE'] ?? '../shared/reference', 'data/operators/diadoc/proto');

const readReference = (): Map<string, protobuf.ReflectionObject[]> => {
  const found = new Map<string, protobuf.ReflectionObject[]>();
  const note = (one: protobuf.ReflectionObject) => {
    found.set(one.name, [...(found.get(one.name) ?? []), one]);
    if (one instanceof protobuf.Namespace) one.nestedArray.forEach(note);
  };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.proto'));
  const root = new protobuf.Root();
  for (const file of files) {
    protobuf.parse(`syntax = "proto2";\n${readFileSync(join(folder, file), 'utf8')}`, root, { keepCase: true });
  }
  root.resolveAll();
  note(root);
  return found;
};

const fieldTexts = (shape: MessageShape): string[] =>
  Object.entries(shape.fields).map(
    ([name, { rule, id, of }]) => `${rule} ${typeof of === 'string' ? of : of.name} ${name} = ${id}`,
  );
const ruleOf = (field: protobuf.Field): string => {
  if (field.repeated) return 'repeated';
  return field.required ? 'required' : 'optional';
};
const referenceTexts = (type: protobuf.Type): Set<string> =>
  new Set(
    type.fieldsArray.map(
      (field) => `${ruleOf(field)} ${field.type.split('.').at(-1) ?? ''} ${field.name} = ${field.id}`,
    ),
  );

const ifThere = existsSync(folder) ? describe : describe.skip;
ifThere('wire types beside the published .proto files', () => {
  // The body of a skipped suite is run too, to find its tests.
  const reference: ReturnType<typeof readReference> = existsSync(folder) ? readReference() : new Map();

  it.each(shapes.map((shape) => [publishedName(shape), shape] as const))(
    'has published fields only in %s',
    (name, shape) => {
      const candidates = (reference.get(name) ?? []).filter((one) => one instanceof protobuf.Type);
      const strange = candidates.map((type) => fieldTexts(shape).filter((field) => !referenceTexts(type).has(field)));
      expect(strange).toContainEqual([]);
    },
  );

  it.each(shapes.map((shape) => [publishedName(shape), shape] as const))(
    'leaves no required field out of %s',
    (name, shape) => {
      const ours = new Set(Object.keys(shape.fields));
      const candidates = (reference.get(name) ?? []).filter((one) => one instanceof protobuf.Type);
      const missing = candidates.map((type) =>
        type.fieldsArray.filter((field) => field.required && !ours.has(field.name)).map((field) => field.name),
      );
      expect(missing).toContainEqual([]);
    },
  );

  it.each(Object.values(enums).map((one) => [one.name, one as EnumShape] as const))(
    'gives published numbers to the words of %s',
    (name, one) => {
      const candidates = (reference.get(name) ?? []).filter((found) => found instanceof protobuf.Enum);
      const strange = candidates.map((found) =>
        Object.entries(one.values).filter(([word, number]) => found.values[word] !== number),
      );
      expect(strange).toContainEqual([]);
    },
  );
});

const patch = {
  MessageId: 'm',
  PatchId: 'p',
  TimestampTicks: '638585445988979088',
  MessageType: 'Letter',
  Entities: [
    {
      EntityId: 'e',
      EntityType: 'Attachment',
      AttachmentType: 'Nonformalized',
      Content: { Size: 3, Data: Buffer.from('abc') },
      Labels: [],
    },
  ],
} as const;

describe('codec', () => {
  it('keeps ticks beyond 2^53 and words of enums through protobuf', () => {
    const back = decode(got.MessagePatch, encode(got.MessagePatch, patch));
    expect(back.TimestampTicks).toBe('638585445988979088');
    expect(back.Entities?.[0]?.AttachmentType).toBe('Nonformalized');
    expect(Buffer.from(back.Entities![0]!.Content!.Data!).toString()).toBe('abc');
  });

  it('writes ticks as numbers, bytes as base64 and every list into JSON', () => {
    const json = toJson(got.MessagePatch, patch);
    expect(json).toContain('"TimestampTicks":638585445988979088');
    expect(json).toContain('"Data":"YWJj"');
    expect(json).toContain('"Labels":[]');
  });

  it('leaves text that only looks like ticks alone', () => {
    const title = '"XTicks":"1"';
    const json = toJson(document.MetadataItem, { Key: 'k', Value: title });
    expect(JSON.parse(json)).toEqual({ Key: 'k', Value: title });
  });

  it('adds the fields that only the JSON form has', () => {
    const json: unknown = JSON.parse(
      toJson(counteragent.Counteragent, {
        LastEventTimestampTicks: '638585445988979088',
        Organization: {
          OrgId: 'o',
          Inn: '1',
          FullName: 'f',
          Sociability: 'AllOrganizations',
          OrganizationType: 'Juridical',
          ReadyForEpdStatus: 'NotReady',
        },
      }),
    );
    expect(json).toMatchObject({
      LastEventTimestamp: '2024-08-06T12:36:38.897Z',
      Organization: { OrgIdGuid: 'o', Boxes: [] },
    });
  });

  it('reads a JSON body with base64 and refuses one without a required field, by its path', () => {
    const body = {
      FromBoxId: 'a',
      DocumentAttachments: [{ TypeNamedId: 'Invoice', SignedContent: { Content: 'YWJj' } }],
    };
    const order = fromJson(posted.MessageToPost, body);
    expect(Buffer.from(order.DocumentAttachments![0]!.SignedContent.Content!).toString()).toBe('abc');
    const bad = { FromBoxId: 'a', DocumentAttachments: [{ TypeNamedId: 'Invoice' }] };
    expect(() => fromJson(posted.MessageToPost, bad)).toThrow(/DocumentAttachments\.SignedContent/);
  });

  it('refuses bytes that are no message', () => {
    expect(() => decode(posted.MessageToPost, Buffer.from('{"FromBoxId":1}'))).toThrow(NotThisMessage);
    expect(() => decode(posted.MessageToPost, Buffer.alloc(0))).toThrow(NotThisMessage);
  });
});
