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

/** Words of the pages where scenarios are drawn, tried and compared: fetched with those pages. */
export const ruOfEditor = {
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
