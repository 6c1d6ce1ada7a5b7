import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { template } from './node.js';

describeNode(template, { examples, folder: import.meta.dirname });
