import { attention } from './attention.js';
import { audit } from './audit.js';
import { canvas } from './canvas.js';
import { coach } from './coach.js';
import { commands } from './commands.js';
import { compare } from './compare.js';
import { connections } from './connections.js';
import { counterparties } from './counterparties.js';
import { deliveries } from './deliveries.js';
import { describe } from './describe.js';
import { documents } from './documents.js';
import { editor } from './editor.js';
import { extract } from './extract.js';
import { format } from './format.js';
import { forms } from './forms.js';
import { frame } from './frame.js';
import { mapping } from './mapping.js';
import { page } from './page.js';
import { picture } from './picture.js';
import { reconciliations } from './reconciliations.js';
import { reruns } from './reruns.js';
import { runs } from './runs.js';
import { scenarioFiles } from './scenario-files.js';
import { scenarios } from './scenarios.js';
import { settings } from './settings.js';
import { signIn } from './sign-in.js';
import { start } from './start.js';
import { states } from './states.js';
import { values } from './values.js';
import { waits } from './waits.js';
import { trying } from './trying.js';

export const en = {
  attention,
  audit,
  canvas,
  coach,
  commands,
  compare,
  connections,
  counterparties,
  deliveries,
  describe,
  documents,
  editor,
  extract,
  format,
  forms,
  frame,
  mapping,
  page,
  picture,
  reconciliations,
  reruns,
  runs,
  scenarioFiles,
  scenarios,
  settings,
  signIn,
  start,
  states,
  values,
  waits,
  trying,
};
