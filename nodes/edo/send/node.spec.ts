import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { send } from './node.js';

describeNode(send, { examples, folder: import.meta.dirname });
