import { coach } from './coach.js';
import { compare } from './compare.js';
import { describe } from './describe.js';
import { editor } from './editor.js';
import { extract } from './extract.js';
import { mapping } from './mapping.js';
import { picture } from './picture.js';
import { start } from './start.js';
import { trying } from './trying.js';
import { values } from './values.js';

export const enOfEditor = {
  coach,
  compare,
  describe,
  editor,
  extract,
  mapping,
  picture,
  start,
  trying,
  values,
};
