import type { EditorTexts } from '../../app/texts/catalogue.js';
import type { EditorDocument } from '../document/change.js';
import type { Entry } from '../document/history.js';

const namesIn = ({ scenario }: EditorDocument): ReadonlyMap<string, string> =>
  new Map(
    [...scenario.nodes, ...(scenario.paths ?? []).flatMap(({ nodes }) => nodes)].map(({ id, name }) => [id, name]),
  );

/** Names of steps that an act is about: of those that are gone, as they were. */
const subjectOf = ({ command, changes }: Entry, document: EditorDocument): string | undefined => {
  const names = new Map(namesIn(document));
  for (const change of changes)
    if (change.kind === 'take' && 'name' in change.item) names.set(change.item.id, change.item.name);
  const one = 'node' in command ? (typeof command.node === 'string' ? command.node : command.node.id) : undefined;
  const many = 'nodes' in command && command.nodes.length === 1 ? command.nodes[0] : undefined;
  const id = one ?? many;
  return id === undefined ? undefined : names.get(id);
};

/** What an act was, as undo names it: «удаление «Подписать»». */
export const commandWords = (entry: Entry, document: EditorDocument, editor: EditorTexts['editor']): string => {
  const word = editor.commands[entry.command.kind];
  const subject = subjectOf(entry, document);
  return subject === undefined ? word : editor.commandOf(word, subject);
};
