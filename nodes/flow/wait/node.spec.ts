import { describeWait } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { wait } from './node.js';

describeWait(wait, { examples, folder: import.meta.dirname });
