import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { getDeal } from './node.js';

describeNode(getDeal, { examples, folder: import.meta.dirname });
