import { describeTrigger } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { api } from './node.js';

describeTrigger(api, { examples, folder: import.meta.dirname });
