/** A window of a phone, until what it answers is called. */
export const narrowWindow = (): (() => void) => {
  const before = window.matchMedia.bind(window);
  window.matchMedia = (query) => {
    const list = before(query);
    return query === '(max-width: 760px)' ? Object.defineProperty(list, 'matches', { value: true }) : list;
  };
  return () => {
    window.matchMedia = before;
  };
};
