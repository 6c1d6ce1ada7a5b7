// Made by tools/registry.mjs from the folders of nodes/; do not edit.
import type { AnyDefinition } from '@potok/node-sdk';
import { postDocument as accountingPostDocument } from '../accounting/post-document/node.js';
import { getDeal as crmGetDeal } from '../crm/get-deal/node.js';
import { updateDeal as crmUpdateDeal } from '../crm/update-deal/node.js';
import { checkRequisites as dataCheckRequisites } from '../data/check-requisites/node.js';
import { map as dataMap } from '../data/map/node.js';
import { awaitAnswer as edoAwaitAnswer } from '../edo/await-answer/node.js';
import { buildUpd as edoBuildUpd } from '../edo/build-upd/node.js';
import { send as edoSend } from '../edo/send/node.js';
import { sign as edoSign } from '../edo/sign/node.js';
import { awaitCallback as flowAwaitCallback } from '../flow/await-callback/node.js';
import { wait as flowWait } from '../flow/wait/node.js';
import { get as httpGet } from '../http/get/node.js';
import { request as httpRequest } from '../http/request/node.js';
import { template as textTemplate } from '../text/template/node.js';
import { api as triggerApi } from '../trigger/api/node.js';
import { crmDeal as triggerCrmDeal } from '../trigger/crm-deal/node.js';
import { manual as triggerManual } from '../trigger/manual/node.js';
import { schedule as triggerSchedule } from '../trigger/schedule/node.js';
import { webhook as triggerWebhook } from '../trigger/webhook/node.js';

/** Every node, wait and trigger of this installation. */
export const registry: readonly AnyDefinition[] = [
  accountingPostDocument,
  crmGetDeal,
  crmUpdateDeal,
  dataCheckRequisites,
  dataMap,
  edoAwaitAnswer,
  edoBuildUpd,
  edoSend,
  edoSign,
  flowAwaitCallback,
  flowWait,
  httpGet,
  httpRequest,
  textTemplate,
  triggerApi,
  triggerCrmDeal,
  triggerManual,
  triggerSchedule,
  triggerWebhook,
];
