// The walls of the rooms (docs/decisions/walls.md): who may import whom, as real pairs. Everything not named here is forbidden.
const CONNECTORS = ['libs/connectors/bitrix24', 'libs/connectors/diadoc', 'libs/connectors/onec-odata'];
const LAYER_0 = ['libs/contracts', 'libs/config', 'libs/telemetry'];

export const pairs = {
  'libs/contracts': [],
  'libs/config': [],
  'libs/telemetry': [],
  'libs/scenario': ['libs/contracts'],
  'libs/docflow': ['libs/contracts'],
  'libs/documents': ['libs/contracts'],
  'libs/signing': ['libs/contracts', 'libs/config'],
  'libs/node-sdk': ['libs/contracts'],
  'libs/connector-kit': ['libs/contracts'],
  'libs/persistence': LAYER_0,
  ...Object.fromEntries(CONNECTORS.map((room) => [room, ['libs/contracts', 'libs/connector-kit', 'libs/node-sdk']])),
  'libs/execution': ['libs/contracts', 'libs/scenario', 'libs/node-sdk'],
  workflows: ['libs/contracts', 'libs/scenario', 'libs/docflow'],
  nodes: ['libs/contracts', 'libs/node-sdk', 'libs/documents', 'libs/docflow'],
  'apps/worker': [
    ...LAYER_0,
    'libs/scenario',
    'libs/docflow',
    'libs/documents',
    'libs/signing',
    'libs/node-sdk',
    'libs/connector-kit',
    ...CONNECTORS,
    'libs/persistence',
    'libs/execution',
    'workflows',
    'nodes',
  ],
  'apps/api': [...LAYER_0, 'libs/scenario', 'libs/documents', 'libs/persistence'],
  // Its settings come from the environment, which libs/config alone reads (docs/decisions/cli-reads-config.md).
  'apps/cli': ['libs/contracts', 'libs/scenario', 'libs/config'],
  'apps/web': ['libs/contracts', 'libs/scenario', 'libs/docflow', 'libs/documents'],
  'apps/sandbox': ['libs/contracts', 'libs/config', 'libs/documents', 'libs/signing'],
};

/** What only tests of a room may import besides. */
export const testPairs = {
  'apps/worker': ['apps/sandbox'],
  nodes: ['libs/connector-kit', 'libs/scenario'],
  workflows: ['libs/scenario'],
  ...Object.fromEntries(
    CONNECTORS.map((room) => [room, ['apps/sandbox', 'libs/config', 'libs/signing', 'libs/documents']]),
  ),
};

/** Data of one room that others may read as JSON. */
export const dataFiles = [
  { from: ['apps/api', 'apps/web', 'libs/scenario'], to: 'nodes/manifest.json' },
  { from: ['apps/api'], to: 'nodes/connections.json' },
];

/** Rooms that must not touch the machine: no node:* built-ins outside their tests. */
export const pureRooms = [
  'libs/contracts',
  'libs/scenario',
  'libs/docflow',
  'libs/documents',
  'libs/node-sdk',
  'libs/execution',
  'workflows',
  'nodes',
];
