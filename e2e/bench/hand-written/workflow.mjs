import { condition, defineSignal, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';

const { send, post } = proxyActivities({ startToCloseTimeout: '1 minute', retry: { initialInterval: '1 second' } });
const answered = defineSignal('answered');

/** What one would write by hand: send, wait for the answer, post. */
export async function sendAndPost(document) {
  let isAnswered = false;
  setHandler(answered, () => {
    isAnswered = true;
  });
  await send(document, workflowInfo().workflowId);
  await condition(() => isAnswered);
  await post(document);
}
