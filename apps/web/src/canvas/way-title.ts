import type { ScenarioNode } from '@potok/contracts';
import { branchTitle } from '@potok/scenario';
import type { Texts } from '../app/texts/catalogue.js';

/** What people call a way out of a step: as the author named the branch, else by the word of the port, else by its id. */
export const wayTitle = (
  node: Pick<ScenarioNode, 'type' | 'params'> | undefined,
  port: string,
  { canvas }: Pick<Texts, 'canvas'>,
): string => branchTitle(node, port) ?? canvas.ports[port] ?? port;
