import type { Moment } from '../xml/moments.js';
import { russianDate, russianTime } from '../xml/moments.js';
import { writeElement } from '../xml/fields.js';
import { demandWritable } from '../checks/characters.js';
import { fileIdOf, titleBytes, type FileIds, type TitleBytes } from '../titles/title-file.js';
import { completeUpd } from './complete.js';
import { UPD_VERSION, UpdModel } from './model.js';
import { updSteps } from './upd-steps.js';

/**
 * The seller's title of УПД 5.03: file name, ИдФайл and bytes in windows-1251. It writes what the model says and corrects
 * nothing: `checkUpd` goes before. The same model, ids and moment give the same bytes. `at` is the moment of forming in
 * the organization's zone (ДатаИнфПр, ВремИнфПр). Throws FILE_NAME_PART, CHARACTER_UNWRITABLE (invalid).
 * Source: order ЕД-7-26/970@ of 19.12.2023, edition 03_05.
 */
export const buildUpd = (model: UpdModel, ids: FileIds, at: Moment): TitleBytes => {
  demandWritable(UpdModel, model);
  const fileId = [fileIdOf('ON_NSCHFDOPPR', { ...ids, formedOn: ids.formedOn ?? at.date }), fileFlags(model)].join('_');
  const document = writeElement('Документ', updSteps, completeUpd(model));
  const made = { ДатаИнфПр: russianDate(at.date), ВремИнфПр: russianTime(at.time) };
  return titleBytes({
    fileId,
    version: UPD_VERSION,
    document: { ...document, attributes: { ...document.attributes, ...made } },
  });
};

/**
 * N2–N7 of the file's name: traceability, marking, then alcohol, tobacco, oil products, which the model does not know,
 * and `00`. The buyer's title repeats them.
 */
export const fileFlags = ({ lines }: UpdModel): string => {
  const isTraceable = lines.some((line) => (line.traceability ?? []).length > 0);
  const isMarked = lines.some((line) => (line.marking ?? []).length > 0);
  return [isTraceable ? 1 : 0, isMarked ? 1 : 0, 0, 0, 0, '00'].join('_');
};
