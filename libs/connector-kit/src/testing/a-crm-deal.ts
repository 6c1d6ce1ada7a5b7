import type { CrmDeal, CrmLine } from '@potok/contracts';

/** A line of 2 pieces at 1 000 roubles without НДС, 22 %. */
export const aCrmLine = (over: Partial<CrmLine> = {}): CrmLine => ({
  id: '1',
  name: 'Насос циркуляционный 25-60',
  article: 'NC-2560',
  quantity: '2',
  unitCode: '796',
  unitName: 'шт',
  priceWithoutVat: '1000',
  priceWithVat: '1220',
  vatRate: '22',
  isVatIncluded: false,
  isService: false,
  ...over,
});

/** A won deal with buyer, seller and one line. */
export const aCrmDeal = (over: Partial<CrmDeal> = {}): CrmDeal => ({
  id: '101',
  title: 'Поставка насосов',
  stageId: 'WON',
  pipelineId: '0',
  stageMeaning: 'won',
  currency: 'RUB',
  amount: '2440.00',
  createdAt: '2026-03-02T08:00:00.000Z',
  modifiedAt: '2026-03-10T09:30:00.000Z',
  movedAt: '2026-03-10T09:30:00.000Z',
  responsibleId: '1',
  company: { id: '11', name: 'ООО «Вектор»' },
  contact: { id: '21', name: 'Пётр Иванов', email: 'petr@vektor.example', phone: '+74950000001' },
  buyer: {
    kind: 'legal',
    name: 'ООО «Вектор»',
    fullName: 'Общество с ограниченной ответственностью «Вектор»',
    inn: '7707083893',
    kpp: '770701001',
    ogrn: '1027700132195',
    address: { countryCode: '643', text: '101000, г. Москва, ул. Мясницкая, д. 1' },
    bank: { account: '40702810400000000001', bankName: 'ПАО Сбербанк', bik: '044525225' },
  },
  seller: { kind: 'legal', name: 'ООО «Поток»', inn: '7736050003', kpp: '773601001' },
  lines: [aCrmLine()],
  fields: {},
  ...over,
});
