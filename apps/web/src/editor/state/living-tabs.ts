const markOf = (tab: string): string => `potok.tab.${tab}`;

/** Without the browser's locks (an old one, a page without TLS) nothing is known of other tabs. */
const locksHere = (): LockManager | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as { readonly locks?: LockManager }).locks;

/** Tells whether a tab of this browser still has an editor open; the browser itself forgets one that was killed. */
export const readLiving = async (): Promise<(tab: string) => boolean> => {
  const held = (await locksHere()?.query())?.held ?? [];
  const names = new Set(held.map(({ name }) => name));
  return (tab) => names.has(markOf(tab));
};

/** Marks a tab as living until the returned function is called, or the tab is no more. */
export const holdMark = (tab: string): (() => void) => {
  let letGo = (): void => undefined;
  const until = new Promise<void>((done) => {
    letGo = done;
  });
  void locksHere()
    ?.request(markOf(tab), () => until)
    .catch(() => undefined);
  return letGo;
};
