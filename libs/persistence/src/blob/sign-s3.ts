import { createHash, createHmac } from 'node:crypto';

export interface S3Account {
  readonly endpoint: URL;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** `https://KEY:SECRET@host/bucket?region=ru-1`, path-style addresses. */
export const parseS3 = (address: string): S3Account => {
  const url = new URL(address);
  return {
    endpoint: new URL(url.origin),
    bucket: url.pathname.split('/')[1] ?? '',
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
  };
};

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, data: string) => createHmac('sha256', key).update(data).digest();

/**
 * Headers of AWS Signature Version 4 for one request.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export const signS3 = (
  account: S3Account,
  request: { readonly method: string; readonly path: string; readonly body: Uint8Array; readonly at: Date },
): Record<string, string> => {
  const time = request.at.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${time.slice(0, 8)}/${account.region}/s3/aws4_request`;
  const headers: Record<string, string> = {
    host: account.endpoint.host,
    'x-amz-content-sha256': sha256(request.body),
    'x-amz-date': time,
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    request.method,
    request.path,
    '',
    ...names.map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce<Uint8Array>(
    (above, part) => hmac(above, part),
    hmac(hmac(`AWS4${account.secretKey}`, time.slice(0, 8)), account.region),
  );
  const signature = createHmac('sha256', key).update(toSign).digest('hex');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${account.accessKey}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
};
