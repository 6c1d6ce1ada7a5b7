import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { checkRequisites } from './node.js';

describeNode(checkRequisites, { examples, folder: import.meta.dirname });
