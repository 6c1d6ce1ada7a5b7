import type { FileCheckView } from '@potok/contracts';
import { readJson } from '@potok/scenario';
import { useMutation } from '@tanstack/react-query';
import type { Texts } from '../app/texts/catalogue.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';

const LARGEST_BYTES = 2 * 1024 * 1024;

/** Why a file cannot even be shown to the API: a sentence for its field. */
export class FileUnreadable extends Error {}

/** A scenario file that was read, and what this workspace makes of it. */
export interface ReadScenario {
  readonly json: object;
  readonly check: FileCheckView;
}

const parse = async (file: File, { scenarioFiles }: Texts): Promise<object> => {
  if (file.size > LARGEST_BYTES) throw new FileUnreadable(scenarioFiles.tooLarge);
  const read = readJson(await file.text());
  if ('fault' in read) throw new FileUnreadable(scenarioFiles.broken(read.fault));
  const { json } = read;
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  throw new FileUnreadable(scenarioFiles.foreign);
};

/** Reads a file and lets the API judge it; nothing is written. */
export const useScenarioFile = (scenarioId: string | undefined, onRead: (read: ReadScenario) => void) => {
  const api = useApi();
  const path = useInWorkspace();
  const texts = useTexts();
  return useMutation({
    mutationFn: async (file: File): Promise<ReadScenario> => {
      const json = await parse(file, texts);
      const order = { file: json, ...(scenarioId === undefined ? {} : { scenarioId }) };
      return { json, check: await api.send<FileCheckView>('POST', path('/scenarios/check-file'), order) };
    },
    onSuccess: onRead,
  });
};
