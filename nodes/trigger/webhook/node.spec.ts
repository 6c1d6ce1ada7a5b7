import { describeTrigger } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { webhook } from './node.js';

describeTrigger(webhook, { examples, folder: import.meta.dirname });
