import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleData } from '@potok/contracts';
import { templatesFolder } from './list-templates.js';

const PLAIN_NAME = /^[a-z0-9-]{1,100}$/;

/** The data that a template's scenario can be tried over; undefined where the template has none. */
export const readTemplateSample = async (
  id: string,
): Promise<{ readonly name: string; readonly data: SampleData } | undefined> => {
  const text = PLAIN_NAME.test(id)
    ? await readFile(join(templatesFolder, id, 'sample.json'), 'utf8').catch(() => undefined)
    : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as { name: string; data: SampleData });
};
