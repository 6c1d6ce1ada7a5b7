import { describeTrigger } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { crmDeal } from './node.js';

describeTrigger(crmDeal, { examples, folder: import.meta.dirname });
