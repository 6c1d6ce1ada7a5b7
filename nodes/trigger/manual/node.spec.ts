import { describeTrigger } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { manual } from './node.js';

describeTrigger(manual, { examples, folder: import.meta.dirname });
