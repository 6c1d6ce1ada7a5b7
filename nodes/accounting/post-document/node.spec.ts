import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { postDocument } from './node.js';

describeNode(postDocument, { examples, folder: import.meta.dirname });
