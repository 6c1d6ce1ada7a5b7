export { describeNode } from './describe-node.js';
export { describeTrigger } from './describe-trigger.js';
export { describeWait, EXAMPLE_CALLBACK_URL, EXAMPLE_TOKEN } from './describe-wait.js';
export {
  examplesOf,
  shownExample,
  type AnyExample,
  type NodeExample,
  type TriggerExample,
  type WaitExample,
  type World,
} from './examples.js';
export { anOrganization } from './fakes/an-organization.js';
export { fakeBlobs, sha256Of } from './fakes/fake-blobs.js';
export { fakeDocuments, type FakeDocumentsOptions, type GivenDocument } from './fakes/fake-documents.js';
export { fakeHttp, type EasyAnswer } from './fakes/fake-http.js';
export { fakeSigner } from './fakes/fake-signer.js';
export type { Seen } from './fakes/state.js';
export { exampleKey, NOW } from './work.js';
