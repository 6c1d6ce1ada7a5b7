import type { OnFault } from '@potok/contracts';

const days = (count: number): string => {
  const rule = new Intl.PluralRules('ru').select(count);
  return `${count} ${{ one: 'день', few: 'дня' }[rule as string] ?? 'дней'}`;
};

export const texts = {
  main: 'Основной путь',
  annul: (step: string) =>
    `Путь аннулирования: его запускают, когда шаг «${step}» уже сделан, а документ надо отменить.`,
  correct: (step: string) => `Путь исправления: его запускают, когда шаг «${step}» уже сделан, а данные были неверны.`,
  gateways: { crm: 'CRM', operator: 'Оператор ЭДО', accounting: 'Учёт', http: 'HTTP' } as Readonly<
    Record<string, string>
  >,
  trigger: 'Начало',
  run: 'Запуск',
  item: 'Элемент списка',
  itemIndex: 'Номер элемента',
  yes: 'да',
  no: 'нет',
  each: 'для каждой строки из ',
  value: 'Значение',
  waits: (limit: string) => `Ждёт не дольше: ${limit}.`,
  waitsLong: 'Ждёт, пока не случится; срок не задан.',
  days,
  hours: (count: number) => `${count} ч`,
  minutes: (count: number) => `${count} мин`,
  seconds: (count: number) => `${count} с`,
  unknownKind: (type: string) => `Шаг вида ${type}: эта версия Потока его не знает.`,
  ports: {
    done: 'когда шаг выполнен',
    error: 'если случился сбой',
    ok: 'если всё верно',
    wrong: 'если есть ошибки',
    signed: 'если подписан',
    refused: 'если отказались',
    deadline: 'если срок вышел',
    accepted: 'если покупатель принял',
    discrepancies: 'если принял с расхождениями',
    rejected: 'если покупатель отказал',
    clarification: 'если просит уточнить',
    annulled: 'если документ аннулирован',
    received: 'если вызов пришёл',
    otherwise: 'во всех остальных случаях',
    item: 'для каждого элемента',
    decided: 'когда человек решил',
  } as Readonly<Record<string, string>>,
  onPort: (port: string) => `по ветке «${port}»`,
  ifTrue: 'если ',
  allPassed: 'когда пройдены все элементы',
  onFault: {
    park: 'При сбое запуск останавливается и зовёт человека, сделанное остаётся.',
    undo: 'При сбое Поток отменяет сделанное и заканчивает запуск. После отправки документа вместо этого зовёт человека.',
    port: 'При сбое запуск идёт по ветке «ошибка».',
    continue: 'При сбое запуск идёт дальше без результата этого шага.',
  } satisfies Record<OnFault, string>,
  retry: (count: number) => (count === 0 ? 'Повторяет без ограничения.' : `Пробует не больше ${count} раз.`),
  undoes: 'Поток сам возвращает то, что сделал этот шаг, если запуск отменяют.',
  legal: 'С этого шага документ имеет силу: отменить его может только путь ',
  legalBy: (reason: string) => `С этого шага документ имеет силу, и Поток его сам не отменит. ${reason}`,
  legalOpen: 'С этого шага документ имеет силу. Путь отмены не нарисован.',
  final: 'Этот шаг вернуть нельзя.',
  rules: [
    'Если внешняя система недоступна, шаг повторяется, пока она не ответит: паузы растут до пяти минут.',
    'Если шаг не удался, запуск останавливается и ждёт человека. Ничего не пропадает и не отменяется само.',
    'Повторное событие с тем же ключом второй запуск не начинает, и ничего не отправляется дважды.',
  ],
  operators: {
    and: ' и ',
    or: ' или ',
    equal: ' равно ',
    unequal: ' не равно ',
    atLeast: ' не меньше ',
    atMost: ' не больше ',
    more: ' больше ',
    less: ' меньше ',
    within: ' среди ',
    not: 'не ',
  },
  tpl: {
    if: (condition: string) => `[если ${condition}: `,
    else: '; иначе: ',
    end: ']',
    each: (list: string) => `[для каждой строки из ${list}: `,
    equal: (a: string, b: string) => `${a} равно ${b}`,
    def: (value: string, fallback: string) => `${value} (если пусто: ${fallback})`,
  },
};

export type DescriptionTexts = typeof texts;
