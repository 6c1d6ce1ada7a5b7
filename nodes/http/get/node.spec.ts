import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { get } from './node.js';

describeNode(get, { examples, folder: import.meta.dirname });
