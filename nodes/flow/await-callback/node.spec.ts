import { describeWait } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { awaitCallback } from './node.js';

describeWait(awaitCallback, { examples, folder: import.meta.dirname });
