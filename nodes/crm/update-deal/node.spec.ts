import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { updateDeal } from './node.js';

describeNode(updateDeal, { examples, folder: import.meta.dirname });
