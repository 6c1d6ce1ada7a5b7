import { templatePath } from './source-path.js';
import type { SourceNode } from './source-tree.js';

/** A source as a placeholder of a text, `{{steps.deal.title}}`; of an item of a list, as the loop's `name` reads it. */
export const templatePathOf = ({ root, parts }: SourceNode, name = 'line'): string => templatePath(root ?? name, parts);
