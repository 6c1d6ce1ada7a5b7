import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleData, TemplateCard, TemplateExample } from '@potok/contracts';
import { templatesFolder } from './list-templates.js';

const PLAIN_NAME = /^[a-z0-9-]{1,100}$/;

/** The template's example as data that its scenario can be tried over; undefined where there is no such template. */
export const readTemplateSample = async (
  id: string,
  language: 'ru' | 'en',
): Promise<{ readonly name: string; readonly data: SampleData } | undefined> => {
  const text = PLAIN_NAME.test(id)
    ? await readFile(join(templatesFolder, id, 'template.json'), 'utf8').catch(() => undefined)
    : undefined;
  if (text === undefined) return undefined;
  const { example } = JSON.parse(text) as TemplateCard;
  return { name: example.name[language], data: sampleDataOf(example) };
};

/** A step's output says by which way it was left, where that is not the first one. */
const sampleDataOf = ({ trigger, steps, ports = {} }: TemplateExample): SampleData => {
  const said = Object.entries(steps).map(([id, output]) => {
    const isSaid = Object.hasOwn(ports, id) && typeof output === 'object' && output !== null;
    return [id, isSaid ? { $port: ports[id], ...output } : output];
  });
  return { trigger, steps: Object.fromEntries(said) as SampleData['steps'] };
};
