import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface FakeS3 {
  readonly address: string;
  stop(): Promise<void>;
}
interface Account {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

const hex = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const mac = (key: string | Uint8Array, data: string) => createHmac('sha256', key).update(data).digest();

/** The signature that the protocol demands, worked out from what arrived on the wire and not from the client's code. */
const isSigned = (request: IncomingMessage, body: Uint8Array, { accessKey, secretKey, region }: Account): boolean => {
  const { authorization = '' } = request.headers;
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w{64})$/;
  const [, key, day = '', zone, names = '', signature] = found.exec(authorization) ?? [];
  const time = String(request.headers['x-amz-date']);
  const isOfUs = key === accessKey && zone === region && time.startsWith(day);
  if (!isOfUs || request.headers['x-amz-content-sha256'] !== hex(body) || !names.split(';').includes('host'))
    return false;
  const lines = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = `${request.method}\n${request.url}\n\n${lines.join('')}\n${names}\n${hex(body)}`;
  const text = `AWS4-HMAC-SHA256\n${time}\n${day}/${region}/s3/aws4_request\n${hex(canonical)}`;
  const signing = mac(mac(mac(mac(`AWS4${secretKey}`, day), region), 's3'), 'aws4_request');
  return signature === mac(signing, text).toString('hex');
};

/** A bucket in memory that checks who calls. */
export const startFakeS3 = async (account: Account): Promise<FakeS3> => {
  const objects = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const path = request.url ?? '';
      if (!isSigned(request, body, account)) return response.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>');
      if (request.method === 'PUT') {
        objects.set(path, body);
        return response.writeHead(200).end();
      }
      const object = objects.get(path);
      return object === undefined ? response.writeHead(404).end() : response.writeHead(200).end(object);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const user = `${account.accessKey}:${encodeURIComponent(account.secretKey)}`;
  return {
    address: `http://${user}@127.0.0.1:${port}/bucket?region=${account.region}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
