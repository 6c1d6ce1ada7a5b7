import { expect, it } from '@jest/globals';
import { connectionManifests, readConnections } from './connections.mjs';

it('keeps nodes/connections.json in step with the connectors (mend with `node tools/connections.mjs`)', () => {
  expect(readConnections()).toEqual(connectionManifests());
});
