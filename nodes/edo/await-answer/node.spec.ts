import { describeWait } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { awaitAnswer } from './node.js';

describeWait(awaitAnswer, { examples, folder: import.meta.dirname });
