import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { map } from './node.js';

describeNode(map, { examples, folder: import.meta.dirname });
