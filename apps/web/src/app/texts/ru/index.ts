import { attention } from './attention.js';
import { canvas } from './canvas.js';
import { commands } from './commands.js';
import { connections } from './connections.js';
import { counterparties } from './counterparties.js';
import { deliveries } from './deliveries.js';
import { documents } from './documents.js';
import { format } from './format.js';
import { forms } from './forms.js';
import { frame } from './frame.js';
import { page } from './page.js';
import { reruns } from './reruns.js';
import { runs } from './runs.js';
import { scenarioFiles } from './scenario-files.js';
import { scenarios } from './scenarios.js';
import { signIn } from './sign-in.js';
import { states } from './states.js';
import { waits } from './waits.js';

export const ru = {
  attention,
  canvas,
  commands,
  connections,
  counterparties,
  deliveries,
  documents,
  format,
  forms,
  frame,
  page,
  reruns,
  runs,
  scenarioFiles,
  scenarios,
  signIn,
  states,
  waits,
};
