/** A line of a tree as it is shown. */
export interface Row<N> {
  readonly node: N;
  readonly level: number;
  readonly isOpen: boolean;
  readonly hasInner: boolean;
}

interface Tree<N> {
  readonly inner: readonly N[];
}

interface Showing<N> {
  readonly isOpen: (node: N) => boolean;
  /** A row is shown when it, or something in it, is wanted. */
  readonly isWanted: (node: N) => boolean;
  /** Whatever is wanted is shown, though what it is in is folded. */
  readonly isForced: boolean;
}

const anyWanted = <N extends Tree<N>>(node: N, showing: Showing<N>): boolean =>
  showing.isWanted(node) || node.inner.some((inner) => anyWanted(inner, showing));

/** The visible rows of a tree, each before what is in it. */
export const rowsOf = <N extends Tree<N>>(nodes: readonly N[], showing: Showing<N>, level = 1): readonly Row<N>[] =>
  nodes
    .filter((node) => !showing.isForced || anyWanted(node, showing))
    .flatMap((node) => {
      const hasInner = node.inner.length > 0;
      const isOpen = hasInner && (showing.isForced || showing.isOpen(node));
      const row = { node, level, isOpen, hasInner };
      return isOpen ? [row, ...rowsOf(node.inner, showing, level + 1)] : [row];
    });

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** Does a field answer to what is looked for, by title or key? */
export const isFound = ({ title, key }: { readonly title: string; readonly key: string }, query: string): boolean => {
  const wanted = plain(query.trim());
  return wanted === '' || plain(title).includes(wanted) || plain(key).includes(wanted);
};
