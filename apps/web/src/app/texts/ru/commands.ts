import { pluralRu } from '../../../format/plural.js';

export const commands = {
  pause: 'Поставить на паузу',
  resume: 'Продолжить',
  cancel: 'Отменить…',
  'retry-step': 'Повторить шаг',
  'mend-and-go-on': 'Исправить данные…',
  'skip-step': 'Пропустить шаг…',
  undo: 'Откатить…',
  close: 'Закрыть вручную…',
  more: 'Ещё действия',
  done: 'Команда принята',
  reason: 'Причина',
  reasonHint: 'Останется в журнале запуска',
  reasonMissing: 'Впишите причину: её увидят в журнале',
  port: 'По какой ветке идти дальше',
  input: 'Вход шага',
  inputHint: 'JSON; шаг выполнится с этими данными',
  notJson: (where: string) => `Это не JSON: ${where}`,
  notObject: 'Вход шага должен быть объектом в фигурных скобках',
  stepNamed: (name: string, count: number) => (count > 1 ? `«${name}» ×${count}` : `«${name}»`),
  willUndo: (count: number, names: string) =>
    count === 1
      ? `Шаг ${names} будет отменён.`
      : `${count} ${pluralRu(count, ['шаг будет отменён', 'шага будут отменены', 'шагов будут отменены'])} в обратном порядке: ${names}.`,
  willUndoMore: (count: number) =>
    `Сверх показанных в ленте есть ещё проходы (${count}): сделанное в них тоже отменится.`,
  willUndoCalled: (names: string) => `Вызванные запуски тоже отменятся: ${names}.`,
  nothingToUndo: 'Отменять нечего: сделанные шаги ничего не меняли в других системах.',
  nothingIsUndone: 'Запуск закончится как есть: ничего не отменяется и не продолжается.',
  staysInForce: (documents: string, count: number) =>
    `${pluralRu(count, ['Отправленный документ останется', 'Отправленные документы останутся', 'Отправленные документы останутся'])} в силе: ${documents}. Аннулировать можно только вместе с покупателем.`,
  staysDone: (names: string) => `Останется сделанным: ${names}.`,
  closesCalled: (names: string) => `Вызванные запуски, которые ещё идут, тоже закроются: ${names}.`,
  waitsEnd: (kinds: string) => `Больше не будем ждать: ${kinds}.`,
  endsForGood: 'Запуск закончится, вернуть его будет нельзя.',
  willPause: 'Новые шаги не начнутся, пока не нажать «Продолжить».',
  goesToItsEnd: (names: string) => `Начатое дойдёт до конца: ${names}.`,
  waitsStayOpen: 'Ожидания останутся открытыми: ответ не потеряется и будет учтён после паузы.',
  willResume: 'Запуск пойдёт дальше с того места, где встал.',
  willResumeWaiting: 'Запуск пойдёт дальше: пришедшее за время паузы будет учтено, остального он продолжит ждать.',
  willRetry: (step: string, attempt: number) =>
    `Шаг «${step}» выполнится ещё раз с теми же данными, это будет попытка ${attempt}.`,
  sameKey: 'Ключ действия прежний: что уже сделано, второй раз не сделается.',
  willNotRun: (step: string) => `Шаг «${step}» не выполнится, его результат будет пустым.`,
  stopsWaiting: (step: string) => `Шаг «${step}» перестанет ждать, его результат будет пустым.`,
  goesOnWith: (step: string) => `Дальше запуск пойдёт к шагу «${step}».`,
  nothingFollows: 'За этой веткой шагов нет: здесь она закончится.',
  willMend: (step: string) =>
    `Шаг «${step}» выполнится ещё раз с исправленными данными, и запуск пойдёт дальше. Исправление останется в журнале.`,
  dialogs: {
    cancel: {
      title: (what: string) => `Отменить запуск: ${what}?`,
      button: 'Отменить запуск',
    },
    'mend-and-go-on': {
      title: (step: string) => `Исправить данные шага «${step}»`,
      button: 'Исправить и продолжить',
    },
    'skip-step': {
      title: (step: string) => `Пропустить шаг «${step}»?`,
      button: 'Пропустить шаг',
    },
    undo: {
      title: (what: string) => `Откатить запуск: ${what}?`,
      button: 'Откатить запуск',
    },
    close: {
      title: (what: string) => `Закрыть запуск вручную: ${what}?`,
      button: 'Закрыть запуск',
    },
  },
};
