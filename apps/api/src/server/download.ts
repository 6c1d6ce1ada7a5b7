import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array | Readable;
}

/** An answer that a browser saves under its name. */
export const asDownload = ({ fileName, mediaType, content }: Download): StreamableFile => {
  const options = { type: mediaType, disposition: `attachment; filename*=UTF-8''${encoded(fileName)}` };
  return content instanceof Uint8Array
    ? new StreamableFile(content, { ...options, length: content.length })
    : new StreamableFile(content, options);
};

/** As RFC 5987 wants a parameter that may hold any letter. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
