/** Whether two ids name one box: `26af83e5fabf…@diadoc.ru` and the GUID with hyphens are the same, in any letter case. */
export const isSameBox = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && bare(one) === bare(other);

const bare = (boxId: string): string => (boxId.toLowerCase().split('@')[0] ?? '').replaceAll('-', '');
