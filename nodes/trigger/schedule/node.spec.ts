import { describeTrigger } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { schedule } from './node.js';

describeTrigger(schedule, { examples, folder: import.meta.dirname });
