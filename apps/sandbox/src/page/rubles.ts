/** `128400.5` → `128 400,50 ₽`, with thin spaces; for eyes only. */
export const rubles = (sum: string): string => {
  const [whole = '0', part = ''] = sum.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u2009');
  return `${grouped},${part.padEnd(2, '0').slice(0, 2)}\u00a0₽`;
};
