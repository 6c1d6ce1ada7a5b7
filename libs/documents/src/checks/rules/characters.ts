import { UpdModel } from '../../upd/model.js';
import { findForeignCharacters } from '../characters.js';
import { error, type UpdRule } from '../finding.js';

/** Every text fits into windows-1251, the encoding of the file. GS in a code of marking has a sentence of its own. */
export const charactersFit: UpdRule = (model) =>
  findForeignCharacters(UpdModel, model)
    .filter(({ field, character }) => character !== '\u001d' || !field.includes('/marking/'))
    .map(({ field, ...facts }) => error('CHARACTER_FOREIGN', field, facts));
