import { type BrokenRule, ruleInRussian } from '../drawing/shape-rule.ru.js';

export interface Named {
  readonly name: string;
}

/** A field of a step: its pointer, and what the form calls it («Строки → 2 → Цена»); no title for the params as a whole. */
export interface NamedField extends Named {
  readonly field: string;
  readonly title: string;
}

export const valueTexts = {
  PARAM_UNKNOWN: ({ name, title }: NamedField) => `Шаг «${name}»: поля «${title}» у узла нет. Удалите его.`,
  PARAM_MISSING: ({ name, title }: NamedField) => `Шаг «${name}»: поле «${title}» не заполнено.`,
  PARAM_WRONG: ({ name, title, ...broken }: NamedField & BrokenRule) =>
    `Шаг «${name}»: ${title === '' ? 'настройки заполнены' : `поле «${title}» заполнено`} неверно: ${ruleInRussian(broken)}.`,
  PARAM_MALFORMED: ({ name, title }: NamedField) =>
    `Шаг «${name}»: в ${title === '' ? 'настройках' : `поле «${title}»`} формула записана неверно. Должно быть только $cel, только $tpl или $each с as и do.`,
  PARAM_NOT_LITERAL: ({ name, title }: NamedField) =>
    `Шаг «${name}»: поле «${title}» читается при публикации, формула в нём не работает. Укажите значение.`,
  RESULT_TYPE_WRONG: ({ got, wanted }: { got: string; wanted: string }) =>
    `Формула даёт ${got}, а поле ждёт ${wanted}. Преобразуйте значение: string(…), int(…), dec(…).`,
  STEP_NOT_NAMED: ({ name }: Named) => `Шаг «${name}»: после steps нужно имя шага, написанное прямо: steps.deal.`,
  STEP_UNKNOWN: ({ name, step }: Named & { step: string; stepName: string }) =>
    `Шаг «${name}» ссылается на шаг ${step}, которого нет. Выберите другой.`,
  STEP_NOT_BEFORE: ({ name, stepName }: Named & { step: string; stepName: string }) =>
    `Шаг «${name}» ссылается на шаг «${stepName}», который до него не выполняется. Переставьте шаги или выберите другой.`,
  STEP_MAYBE_ABSENT: ({ name, stepName }: Named & { step: string; stepName: string }) =>
    `Шаг «${name}» ссылается на шаг «${stepName}», а до него может дойти и без него. Предусмотрите это: def(…, замена) или has(…).`,
  STEP_INSIDE_LOOP: ({ name, stepName }: Named & { step: string; stepName: string }) =>
    `Шаг «${name}» ссылается на шаг «${stepName}» внутри перебора, а сам стоит снаружи: таких шагов было много.`,
  FIELD_UNKNOWN: ({ field, key }: { field: string; key: string }) =>
    `В ${field} нет поля ${key}. Выберите поле из списка.`,
  FIELD_MAYBE_ABSENT: ({ field }: { field: string }) =>
    `Поле ${field} бывает пустым, тогда запуск остановится. Предусмотрите это: def(${field}, замена).`,
  WAIT_OFFERS_NOTHING: ({ name, wait }: Named & { wait: string }) =>
    `Шаг «${name}» берёт данные ожидания «${wait}», но такого ожидания нет или оно ничего не даёт заранее.`,
  WAIT_NOT_AHEAD: ({ name, wait }: Named & { wait: string }) =>
    `Шаг «${name}» берёт данные ожидания «${wait}», но запуск от него к этому ожиданию не приходит.`,
  WAIT_NEEDS_LATER_STEP: ({ name, wait, needed }: Named & { wait: string; needed: string }) =>
    `Ожидание «${wait}» откроется перед шагом «${name}», но ему нужен результат шага «${needed}», которого тогда ещё нет.`,
  TRIGGER_REFERENCE_WRONG: ({ name, field }: Named & { field: string }) =>
    `Триггер «${name}» ссылается на ${field}. До запуска известны только параметры: params.имя.`,
  BINDING_SLOT_EMPTY: ({ slot }: { slot: string }) => `Не выбрано подключение для «${slot}».`,
  BINDING_SLOT_UNKNOWN: ({ slot }: { slot: string }) => `Подключения «${slot}» в сценарии нет. Уберите его.`,
  BINDING_CONNECTION_UNKNOWN: ({ slot }: { slot: string }) =>
    `Подключение, выбранное для «${slot}», удалено. Выберите другое.`,
  BINDING_GATEWAY_WRONG: ({ slot, gateway }: { slot: string; gateway: string }) =>
    `Подключение, выбранное для «${slot}», не подходит: нужно ${gateway}.`,
  BINDING_SYSTEM_WRONG: ({ slot, system }: { slot: string; system: string }) =>
    `Подключение, выбранное для «${slot}», не подходит: сценарий рассчитан на ${system}.`,
  BINDING_PARAMETER_EMPTY: ({ parameter }: { parameter: string }) => `Не заполнен параметр ${parameter}.`,
  BINDING_PARAMETER_UNKNOWN: ({ parameter }: { parameter: string }) =>
    `Параметра ${parameter} в сценарии нет. Уберите его.`,
  BINDING_PARAMETER_WRONG: ({ parameter, rule }: { parameter: string; rule: string }) =>
    `Параметр ${parameter} заполнен неверно: ${rule}.`,
  PARAMETER_SCHEMA_WRONG: ({ parameter }: { parameter: string }) =>
    `У параметра ${parameter} неверная схема. Исправьте её.`,
};
