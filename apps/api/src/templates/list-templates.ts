import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { Scenario, TemplateCard, TemplateView } from '@potok/contracts';

/** `templates/` lies beside `nodes/` in the installation. */
export const templatesFolder = join(
  dirname(createRequire(import.meta.url).resolve('@potok/nodes/manifest.json')),
  '..',
  'templates',
);

/** Ready scenarios; none when the installation came without them. */
export const listTemplates = async (): Promise<TemplateView[]> => {
  const entries = await readdir(templatesFolder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const views = await Promise.all(names.sort().map(readTemplate));
  return views.filter((view) => view !== undefined);
};

const readPart = (id: string, file: string): Promise<string | undefined> =>
  readFile(join(templatesFolder, id, file), 'utf8').catch(() => undefined);

const readTemplate = async (id: string): Promise<TemplateView | undefined> => {
  const [drawing, card] = await Promise.all([readPart(id, 'scenario.json'), readPart(id, 'template.json')]);
  if (drawing === undefined || card === undefined) return undefined;
  const scenario = JSON.parse(drawing) as Scenario;
  return {
    ...(JSON.parse(card) as TemplateCard),
    id,
    name: scenario.name,
    description: scenario.description ?? '',
    scenario,
  };
};
