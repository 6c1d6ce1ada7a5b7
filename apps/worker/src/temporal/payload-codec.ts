import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { WorkspaceKeys } from './workspace-keys.js';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;
const ENCODING = 'binary/potok-aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Seals every payload with the data key of its run's workspace, found by the workflow id; the key's name travels beside it.
 * What reaches Temporal's database can be read by nobody who has that database alone.
 */
export class WorkspaceCodec implements PayloadCodec {
  constructor(private readonly keys: WorkspaceKeys) {}

  async encode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    const workspaceId = context?.workflowId?.split('/')[0];
    if (workspaceId === undefined) throw new Error('A payload without a workflow cannot be sealed');
    const key = await this.keys.current(workspaceId);
    return payloads.map((payload) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
      const hidden = Buffer.concat([cipher.update(PayloadMessage.encode(payload).finish()), cipher.final()]);
      return {
        metadata: {
          encoding: encoder.encode(ENCODING),
          workspace: encoder.encode(workspaceId),
          key: encoder.encode(key.id),
        },
        data: Buffer.concat([nonce, cipher.getAuthTag(), hidden]),
      };
    });
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.all(payloads.map((payload) => this.open(payload)));
  }

  private async open(payload: Payload): Promise<Payload> {
    const { data } = payload;
    if (textOf(payload, 'encoding') !== ENCODING || !data) return payload;
    const keyId = textOf(payload, 'key');
    const key = await this.keys.find(textOf(payload, 'workspace'), keyId);
    if (key === undefined) throw new Error(`PAYLOAD_KEY_UNKNOWN ${keyId}`);
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, data.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(data.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return PayloadMessage.decode(
      Buffer.concat([decipher.update(data.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]),
    );
  }
}

const textOf = (payload: Payload, name: string): string => decoder.decode(payload.metadata?.[name] ?? undefined);
