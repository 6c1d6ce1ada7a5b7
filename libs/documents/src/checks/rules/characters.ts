import { UpdModel } from '../../upd/model.js';
import { findUnwritableCharacters } from '../characters.js';
import { error, type UpdRule } from '../finding.js';

/** Every text can be written into the file. GS in a code of marking has a sentence of its own. */
export const charactersFit: UpdRule = (model) =>
  findUnwritableCharacters(UpdModel, model)
    .filter(({ field, character }) => character !== '\u001d' || !field.includes('/marking/'))
    .map(({ field, ...facts }) => error('CHARACTER_UNWRITABLE', field, facts));
