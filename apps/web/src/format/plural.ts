/** Russian forms: one «запуск», few «запуска», many «запусков». */
export const pluralRu = (count: number, [one, few, many]: readonly [string, string, string]): string => {
  const rule = new Intl.PluralRules('ru').select(count);
  return rule === 'one' ? one : rule === 'few' ? few : many;
};
export const pluralEn = (count: number, [one, many]: readonly [string, string]): string => (count === 1 ? one : many);
