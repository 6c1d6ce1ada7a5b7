import { createHash } from 'node:crypto';

import type { PortalRoom } from '../portal/room.js';
import type { PortalAddress } from './event-body.js';

export const REST_PATH = '/bitrix24/rest/';

/** Where this portal lives. `member_id` stays the same when the address changes, as that of a real portal does. */
export const portalAddress = ({ tools }: PortalRoom): PortalAddress => ({
  domain: new URL(tools.publicUrl).host,
  endpoint: `${tools.publicUrl}${REST_PATH}`,
  memberId: createHash('md5').update('potok-demo-portal').digest('hex'),
});
