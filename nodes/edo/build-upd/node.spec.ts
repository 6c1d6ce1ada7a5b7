import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { buildUpd } from './node.js';

describeNode(buildUpd, { examples, folder: import.meta.dirname });
