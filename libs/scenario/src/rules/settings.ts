import type { Scenario } from '@potok/contracts';
import type { DrawnNode, GraphModel } from '../analysis/graph-model.js';
import type { Findings } from '../finding.js';

type Slot = Scenario['slots'][number];

const checkSlot = ({ id, node, manifest }: DrawnNode, slots: ReadonlyMap<string, Slot>, findings: Findings): void => {
  const place = { node: id, field: '/slot' };
  if (manifest.gateway === undefined) {
    if (node.slot !== undefined) findings.warn('SLOT_NOT_WANTED', { name: node.name, slot: node.slot }, place);
    return;
  }
  const facts = { name: node.name, gateway: manifest.gateway };
  if (node.slot === undefined) {
    findings.error('SLOT_MISSING', facts, place);
    return;
  }
  const slot = slots.get(node.slot);
  if (slot === undefined) findings.error('SLOT_UNKNOWN', { name: node.name, slot: node.slot }, place);
  else if (slot.gateway !== manifest.gateway) {
    findings.error('SLOT_GATEWAY_WRONG', { ...facts, slot: slot.id, slotGateway: slot.gateway }, place);
  }
};

/** Nodes that speak to the outside name a slot of the right gateway; every slot is used. */
export const checkSlots = (scenario: Scenario, models: readonly GraphModel[], findings: Findings): void => {
  const slots = new Map(scenario.slots.map((slot) => [slot.id, slot]));
  const nodes = models.flatMap((model) => [...model.nodes.values()]);
  for (const node of nodes.filter(({ isSkipped }) => !isSkipped)) checkSlot(node, slots, findings);
  const used = new Set(nodes.map(({ node }) => node.slot));
  scenario.slots.forEach(({ id, title }, index) => {
    if (!used.has(id)) findings.warn('SLOT_UNUSED', { slot: id, title }, { field: `/slots/${index}` });
  });
};

/** Retry and fault settings that contradict themselves. */
export const checkSettings = (model: GraphModel, findings: Findings): void => {
  for (const { id, node, role } of model.nodes.values()) {
    const retry = node.retry;
    if (retry !== undefined && retry.maxDelaySec < retry.firstDelaySec) {
      const facts = { name: node.name, firstDelaySec: retry.firstDelaySec, maxDelaySec: retry.maxDelaySec };
      findings.error('RETRY_DELAYS_CROSSED', facts, { node: id, field: '/retry/maxDelaySec' });
    }
    const hasPolicy = retry !== undefined || node.timeoutSec !== undefined || node.onFault !== undefined;
    if (hasPolicy && ['trigger', 'fork', 'join', 'stop'].includes(role)) {
      findings.warn('POLICY_WITHOUT_MEANING', { name: node.name }, { node: id });
    }
  }
};
