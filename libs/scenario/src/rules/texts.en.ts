import { portWords } from '../flow/port-words.en.js';
import type { flowTexts as russian, NamedWay } from './texts.ru.js';

export interface Named {
  readonly name: string;
}

const way = ({ port, title }: NamedWay): string => title ?? portWords[port] ?? port;

export const flowTexts = {
  NODE_ID_REPEATED: ({ id }: { id: string }) => `Two steps have the id ${id}. Delete one and add it again.`,
  ID_REPEATED: ({ list, id }: { list: string; id: string }) =>
    `The id ${id} stands twice in ${list}. Give them different names.`,
  NODE_TYPE_UNKNOWN: ({ name, type }: Named & { type: string }) =>
    `Step "${name}": there is no node ${type}. Replace the step.`,
  NODE_VERSION_UNKNOWN: ({ name, type, typeVersion }: Named & { type: string; typeVersion: number }) =>
    `Step "${name}": node ${type} has no version ${typeVersion}. Choose one from the list.`,
  EDGE_END_UNKNOWN: ({ edge, node }: { edge: string; node: string }) =>
    `Edge ${edge} leads to step ${node}, which does not exist. Delete the edge.`,
  PORT_UNKNOWN: ({ name, port, ports }: Named & { port: string; ports: readonly string[] }) =>
    `Step "${name}" has no port ${port}. It has: ${ports.join(', ') || 'none'}.`,
  PORT_REPEATED: ({ name, port }: Named & { port: string }) =>
    `Step "${name}" has two ports called ${port}. Give the branches different names.`,
  PORT_HAS_TWO_EDGES: (from: NamedWay) =>
    `Two edges leave "${way(from)}" of step "${from.name}". Keep one, or use a Parallel node.`,
  PORT_WITHOUT_EDGE: (from: NamedWay) =>
    `Way out "${way(from)}" of step "${from.name}" leads nowhere: the run ends there. Draw an edge unless you mean it.`,
  ERROR_PORT_WITHOUT_EDGE: ({ name }: Named & { port: string }) =>
    `Step "${name}" gives its fault to port error, but no edge leaves it. Draw one, or choose another behaviour on a fault.`,
  EDGE_INTO_TRIGGER: ({ name }: Named) => `An edge leads into the trigger "${name}". Lead it to another step.`,
  TRIGGER_MISSING: () => 'The scenario has no trigger. Add a node that starts it.',
  TRIGGER_REPEATED: ({ name }: Named) => `"${name}" is a second trigger. Keep one.`,
  TRIGGER_LEADS_NOWHERE: ({ name }: Named) => `Trigger "${name}" leads nowhere. Draw an edge to the first step.`,
  TRIGGER_IN_PATH: ({ name }: Named) =>
    `"${name}": a trigger stands in a compensation path. A path is started by a person, the API or the other side: delete it.`,
  PATH_WITHOUT_ONE_START: ({ path, starts }: { path: string; starts: readonly string[] }) =>
    `Path ${path} has ${starts.length} first steps and must have one, to which nothing leads.`,
  NODE_UNREACHABLE: ({ name }: Named) => `No run can reach step "${name}". Draw an edge to it or delete it.`,
  NODE_BEHIND_SKIPPED: ({ name }: Named) => `No run reaches step "${name}" while the step before it is skipped.`,
  NODE_CANNOT_BE_SKIPPED: ({ name }: Named) =>
    `Step "${name}" cannot be skipped: branches hang on it. Clear its skip mark.`,
  CYCLE_WITHOUT_WAIT: ({ names }: { nodes: readonly string[]; names: readonly string[] }) =>
    `Steps ${names.map((name) => `"${name}"`).join(', ')} form a loop without a wait. Put a Wait node in it or break it.`,
  JOIN_WITHOUT_FORK: ({ name }: Named) =>
    `Join "${name}" does not follow parallel branches. Remove it, or put a Parallel node before it.`,
  JOIN_ARMS_DIFFER: ({ name }: Named) =>
    `Branches of different Parallel nodes come to join "${name}". Join the inner branches first, then the outer ones.`,
  JOIN_NEED_MISSING: ({ name }: Named & { arms: number }) =>
    `Join "${name}" does not say how many branches to wait for.`,
  JOIN_NEVER_FULFILLED: ({ name, arms, need }: Named & { arms: number; need: number }) =>
    `Join "${name}" waits for ${need} branches, and ${arms} come. Lower the number.`,
  JOIN_MAY_STALL: ({ name, branch }: Named & { branch: string }) =>
    `Join "${name}" may wait in vain: branch ${branch} can end before it. Lead every port of the branch to the join.`,
  PARALLEL_MERGES_WITHOUT_JOIN: ({ name, fork }: Named & { fork: string }) =>
    `Parallel branches of "${fork}" meet in step "${name}" without a join. Put a Join node before it.`,
  EACH_BODY_LEAKS: ({ name, each }: Named & { each: string }) =>
    `The body of "${each}" leads out of it, to step "${name}". Go on after the loop from port done.`,
  EACH_WITHOUT_BODY: ({ name }: Named & { port: string }) =>
    `"${name}" has no body. Draw an edge from port item to its first step.`,
  UNDO_MISSING: ({ name, type }: Named & { type: string }) =>
    `Step "${name}": node ${type} promises an undo and has none. Take another node.`,
  LEGAL_WITHOUT_PATH: ({ name }: Named) =>
    `Step "${name}" has legal effect. Draw a path of annulment or correction, or write why none is needed.`,
  PATH_OF_UNKNOWN_NODE: ({ title, node }: { title: string; node: string }) =>
    `Path "${title}" belongs to step ${node}, which the main scenario does not reach. Choose another step.`,
  PATH_OF_HARMLESS_NODE: ({ title, name }: Named & { title: string }) =>
    `Path "${title}" belongs to step "${name}", which has no legal effect.`,
  SLOT_MISSING: ({ name, gateway }: Named & { gateway: string }) =>
    `Step "${name}": no connection is chosen (${gateway}).`,
  SLOT_UNKNOWN: ({ name, slot }: Named & { slot: string }) =>
    `Step "${name}": the scenario has no connection ${slot}. Choose one from the list.`,
  SLOT_GATEWAY_WRONG: ({
    name,
    slot,
    slotGateway,
    gateway,
  }: Named & { slot: string; slotGateway: string; gateway: string }) =>
    `Step "${name}": connection ${slot} leads to ${slotGateway}, and ${gateway} is needed.`,
  SLOT_NOT_WANTED: ({ name, slot }: Named & { slot: string }) =>
    `Step "${name}" calls no outside system and needs no connection ${slot}.`,
  SLOT_UNUSED: ({ slot, title }: { slot: string; title: string }) =>
    `Connection "${title}" (${slot}) is used by no step.`,
  RETRY_DELAYS_CROSSED: ({
    name,
    firstDelaySec,
    maxDelaySec,
  }: Named & { firstDelaySec: number; maxDelaySec: number }) =>
    `Step "${name}": the first pause of ${firstDelaySec} s is longer than the longest, ${maxDelaySec} s. Correct one of them.`,
  POLICY_WITHOUT_MEANING: ({ name }: Named) =>
    `Step "${name}" is never retried and has no faults: its retry, timeout and fault settings mean nothing.`,
  CALL_UNKNOWN: ({ name, scenarioId }: Named & { scenarioId: string }) =>
    `Step "${name}": scenario ${scenarioId} is not found or not published yet. Publish it first.`,
  CALL_CYCLE: ({ name }: Named & { scenarioId: string }) =>
    `Step "${name}": the called scenario calls this one again. Break the circle.`,
} satisfies { [C in keyof typeof russian]: (typeof russian)[C] };
