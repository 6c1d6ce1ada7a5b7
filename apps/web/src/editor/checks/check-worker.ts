/// <reference lib="webworker" />
import type { Manifest } from '@potok/contracts';
import { answerCheck } from './answer-check.js';
import type { CheckOrder } from './check-order.js';

// The checks of values are compiled to code; only this worker may do that, and it reaches neither the page nor the network.
let manifest: Manifest = { nodes: [] };

self.addEventListener('message', ({ data }: MessageEvent<CheckOrder>) => {
  if (data.kind === 'manifest') manifest = data.manifest;
  else self.postMessage(answerCheck(data, manifest));
});
