import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { request } from './node.js';

describeNode(request, { examples, folder: import.meta.dirname });
