import { describeWait } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { sign } from './node.js';

describeWait(sign, { examples, folder: import.meta.dirname });
