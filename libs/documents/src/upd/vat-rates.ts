/** НалСт of the edition 03_05 by our word. The расчётные rates stand as a fraction; as a percent they are only read. */
export const VAT_RATE_CODES = {
  '0': '0%',
  '5': '5%',
  '7': '7%',
  '10': '10%',
  '18': '18%',
  '20': '20%',
  '22': '22%',
  '5/105': '5/105',
  '7/107': '7/107',
  '10/110': '10/110',
  '18/118': '18/118',
  '20/120': '20/120',
  '22/122': '22/122',
  '9.09': '9,09%',
  '16.67': '16,67%',
  '18.03': '18,03%',
  none: 'без НДС',
  agent: 'НДС исчисляется налоговым агентом',
} as const satisfies Readonly<Record<string, string>>;
export type VatRate = keyof typeof VAT_RATE_CODES;

export const isVatRate = (rate: string): rate is VatRate => Object.hasOwn(VAT_RATE_CODES, rate);
