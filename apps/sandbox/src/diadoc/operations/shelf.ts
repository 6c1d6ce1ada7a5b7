import { DiadocError } from '../http/diadoc-error.js';
import type { Answer, Call, Operation } from '../http/operation.js';
import { missingParts, readShelf, shelfName } from '../state/shelf.js';
import type { ShelfRecord } from '../state/state.js';

const MAX_PART_BYTES = 512 * 1024;
const MAX_FILE_BYTES = 400 * 1024 * 1024;
const MAX_PARTS = MAX_FILE_BYTES / MAX_PART_BYTES;

const newShelf = ({ login, world }: Call): ShelfRecord => ({
  parts: {},
  login,
  createdAt: world.now().toISOString(),
});

const newName = (call: Call): string => {
  const extension = (call.query.find('fileExtension') ?? 'bin').replace(/^\./, '').replace(/\W/g, '').toLowerCase();
  return `${call.world.newId()}.${extension}`;
};

const putPart = async (call: Call, record: ShelfRecord, index: number): Promise<void> => {
  const sha256 = await call.world.blobs.put(call.body);
  record.parts[String(index)] = { sha256, sizeBytes: call.body.length };
};

/** A whole file in one call. */
const upload: Operation = {
  method: 'POST',
  path: '/V2/ShelfUpload',
  handle: async (call) => {
    const name = newName(call);
    await call.world.change(async () => {
      const record = newShelf(call);
      await putPart(call, record, 0);
      record.lastPart = 0;
      call.world.state.shelf[name] = record;
    });
    return { kind: 'text', text: name };
  },
};

const partInit: Operation = {
  method: 'POST',
  path: '/ShelfUploadPartInit',
  handle: async (call) => {
    const name = newName(call);
    await call.world.change(async () => {
      call.world.state.shelf[name] = newShelf(call);
    });
    return { kind: 'text', text: name };
  },
};

const part: Operation = { method: 'POST', path: '/ShelfUploadPart', handle: (call) => uploadPart(call, 'fileName') };
/** The old form, where the client names the file. */
const legacyPart: Operation = {
  method: 'POST',
  path: '/ShelfUpload',
  handle: async (call) => {
    const name = shelfName(call.query.get('nameOnShelf'));
    call.world.state.shelf[name] ??= newShelf(call);
    return uploadPart(call, 'nameOnShelf');
  },
};

/** Answers with the numbers of the parts that are still wanted, after the last one came. */
const uploadPart = async (call: Call, parameter: string): Promise<Answer> => {
  const { query, world } = call;
  const record = world.state.shelf[shelfName(query.get(parameter))];
  if (record?.login !== call.login) throw new DiadocError(404, 'Файла с таким именем на полке нет');
  if (call.body.length > MAX_PART_BYTES) throw new DiadocError(400, 'Часть файла больше 512 КБ');
  const index = query.number('partIndex', { fallback: 0, min: 0, max: MAX_PARTS });
  await world.change(async () => {
    await putPart(call, record, index);
    if (query.flag('isLastPart')) record.lastPart = index;
  });
  return { kind: 'text', text: missingParts(record).join('\n') };
};

const download: Operation = {
  method: 'GET',
  path: '/V2/ShelfDownload',
  handle: async (call) => {
    const name = call.query.get('fileName');
    if (call.world.state.shelf[shelfName(name)]?.login !== call.login) throw new DiadocError(404, `Файла ${name} нет`);
    return { kind: 'bytes', bytes: await readShelf(call.world, name), contentType: 'application/octet-stream' };
  },
};

export const shelfOperations: readonly Operation[] = [upload, partInit, part, legacyPart, download];
