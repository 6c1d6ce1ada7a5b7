import { RestError } from '../wire/rest-error.js';
import { dealMethods } from './deal.js';
import { dictionaryMethods } from './dictionary.js';
import { eventMethods } from './event.js';
import { itemMethods } from './item.js';
import { mainMethods } from './main.js';
import { type Answer, type Call, type Methods } from './method.js';
import { partyMethods } from './party.js';
import { taskMethods } from './task.js';
import { timelineMethods } from './timeline.js';

const methods: Methods = {
  ...mainMethods,
  ...dealMethods,
  ...itemMethods,
  ...partyMethods,
  ...dictionaryMethods,
  ...timelineMethods,
  ...taskMethods,
  ...eventMethods,
};
const byLowerName = new Map(Object.entries(methods).map(([name, one]) => [name.toLowerCase(), one]));

/** Names are read in any letter case. */
export const runMethod = (name: string, call: Call): Answer => {
  const found = byLowerName.get(name.toLowerCase());
  if (!found) throw RestError.noMethod();
  if (found.isAppOnly && call.caller.kind !== 'app') throw RestError.noApplication();
  return found.run(call);
};
