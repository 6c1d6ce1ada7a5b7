import { dataFiles, pairs, pureRooms, testPairs } from './pairs.mjs';

const SPEC = '\\.(spec|web\\.spec)\\.tsx?$|/testing/|/examples\\.ts$|/test-world/';
const escape = (text) => text.replace(/[.\\/]/g, '\\$&');
const anyRoom = '^(libs|apps|workflows|nodes)/';
const inRoom = (room) => `^${escape(room)}/`;

const wall = (room, { isTest }) => {
  const allowed = [room, ...pairs[room], ...(isTest ? (testPairs[room] ?? []) : [])].map(inRoom);
  const data = dataFiles.filter((file) => file.from.includes(room)).map((file) => `^${escape(file.to)}$`);
  return {
    name: `wall-${room.replaceAll('/', '-')}${isTest ? '-tests' : ''}`,
    severity: 'error',
    comment: `${room} may import only: ${pairs[room].join(', ') || 'nothing of ours'}`,
    from: isTest ? { path: `${inRoom(room)}.*(${SPEC})` } : { path: inRoom(room), pathNot: SPEC },
    to: { path: anyRoom, pathNot: [...allowed, ...data] },
  };
};

/** The rules for dependency-cruiser, made of the pairs. */
export const forbidden = [
  ...Object.keys(pairs).flatMap((room) => [wall(room, { isTest: false }), wall(room, { isTest: true })]),
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { pathNot: 'node_modules' } } },
  {
    name: 'no-undeclared',
    severity: 'error',
    from: { pathNot: ['^(e2e|tools)/', SPEC] },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'pure-rooms',
    severity: 'error',
    from: { path: pureRooms.map(inRoom), pathNot: [SPEC, '/scripts/'] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'workflows-know-names-only',
    severity: 'error',
    comment: 'Workflow code takes values only from contracts/names and scenario/interpreter.',
    from: { path: '^workflows/', pathNot: SPEC },
    to: { path: '^libs/(contracts/src/(?!names)|scenario/src/(?!interpreter))', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'testing-is-for-tests',
    severity: 'error',
    from: { pathNot: [SPEC, '^e2e/', '^tools/'] },
    to: { path: '^libs/[^/]+/src/testing/' },
  },
  {
    name: 'nodes-apart',
    severity: 'error',
    comment: 'No node imports another.',
    from: { path: '^nodes/([^/]+)/([^/]+)/', pathNot: '^nodes/src/' },
    to: { path: '^nodes/([^/]+)/([^/]+)/', pathNot: ['^nodes/$1/$2/', '^nodes/src/'] },
  },
];

export const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(/dist/|/build/|\\.potok)' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.spec.json' },
  enhancedResolveOptions: {
    conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    exportsFields: ['exports'],
  },
};
