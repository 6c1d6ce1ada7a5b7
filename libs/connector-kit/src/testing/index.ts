export { type FakeTroubles } from './fake-door.js';
export { LossyHttp } from './lossy-http.js';
export { StoredSecrets } from './stored-secrets.js';
export { aCrmDeal, aCrmLine } from './a-crm-deal.js';
export { FakeCrm, fakeCrm, type FakeCrmOptions } from './fake-crm.js';
export {
  FakeOperator,
  aBox,
  aCounterparty,
  aSendOrder,
  fakeOperator,
  type FakeOperatorOptions,
} from './fake-operator.js';
export {
  FakeAccounting,
  aPostOrder,
  fakeAccounting,
  type FakeAccountingOptions,
  type FakeEntry,
} from './fake-accounting.js';
