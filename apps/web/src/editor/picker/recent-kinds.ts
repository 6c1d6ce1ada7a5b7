const KEY = 'potok.recent-kinds';
const MOST = 5;

/** Types that this person added last, the newest first. */
export const recentKinds = (): readonly string[] => {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown;
    return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
};

export const rememberKind = (id: string): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify([id, ...recentKinds().filter((one) => one !== id)].slice(0, MOST)));
  } catch {
    // Without the browser's store there is no list of recent types: nothing else is lost.
  }
};
