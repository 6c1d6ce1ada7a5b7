import { portWords } from '../flow/port-words.ru.js';
export interface Named {
  readonly name: string;
}

/** A way out, with the name that the author gave it. */
export interface NamedWay extends Named {
  readonly port: string;
  readonly title?: string | undefined;
}

const way = ({ port, title }: NamedWay): string => title ?? portWords[port] ?? port;

export const flowTexts = {
  NODE_ID_REPEATED: ({ id }: { id: string }) =>
    `Два шага имеют один идентификатор ${id}. Удалите один и добавьте его заново.`,
  ID_REPEATED: ({ list, id }: { list: string; id: string }) =>
    `В списке ${list} идентификатор ${id} встречается дважды. Назовите их по-разному.`,
  NODE_TYPE_UNKNOWN: ({ name, type }: Named & { type: string }) =>
    `Шаг «${name}»: узла ${type} нет. Замените шаг другим.`,
  NODE_VERSION_UNKNOWN: ({ name, type, typeVersion }: Named & { type: string; typeVersion: number }) =>
    `Шаг «${name}»: у узла ${type} нет версии ${typeVersion}. Выберите версию из списка.`,
  EDGE_END_UNKNOWN: ({ edge, node }: { edge: string; node: string }) =>
    `Связь ${edge} ведёт к шагу ${node}, которого нет. Удалите связь.`,
  PORT_UNKNOWN: ({ name, port, ports }: Named & { port: string; ports: readonly string[] }) =>
    `У шага «${name}» нет выхода ${port}. Есть выходы: ${ports.join(', ') || 'ни одного'}.`,
  PORT_REPEATED: ({ name, port }: Named & { port: string }) =>
    `У шага «${name}» два выхода с именем ${port}. Назовите ветки по-разному.`,
  PORT_HAS_TWO_EDGES: (from: NamedWay) =>
    `Из выхода «${way(from)}» шага «${from.name}» идут две связи. Оставьте одну или поставьте узел «Параллельно».`,
  PORT_WITHOUT_EDGE: (from: NamedWay) =>
    `Выход «${way(from)}» шага «${from.name}» никуда не ведёт: на нём запуск закончится. Проведите связь, если это не задумано.`,
  ERROR_PORT_WITHOUT_EDGE: ({ name }: Named & { port: string }) =>
    `Шаг «${name}» отдаёт ошибку в выход error, но связи от него нет. Проведите связь или выберите другое поведение при ошибке.`,
  EDGE_INTO_TRIGGER: ({ name }: Named) =>
    `Связь ведёт в триггер «${name}». В триггер войти нельзя: направьте её в другой шаг.`,
  TRIGGER_MISSING: () => 'В сценарии нет триггера. Добавьте узел, который запускает сценарий.',
  TRIGGER_REPEATED: ({ name }: Named) => `«${name}»: второй триггер. Оставьте в сценарии один.`,
  TRIGGER_LEADS_NOWHERE: ({ name }: Named) =>
    `Триггер «${name}» никуда не ведёт. Проведите от него связь к первому шагу.`,
  TRIGGER_IN_PATH: ({ name }: Named) =>
    `«${name}»: триггер стоит в пути компенсации. Путь запускают человек, API или контрагент: удалите триггер.`,
  PATH_WITHOUT_ONE_START: ({ path, starts }: { path: string; starts: readonly string[] }) =>
    `Путь ${path}: начальных шагов ${starts.length}, а должен быть один — тот, в который ничего не ведёт.`,
  NODE_UNREACHABLE: ({ name }: Named) => `До шага «${name}» запуск не дойдёт. Проведите к нему связь или удалите его.`,
  NODE_BEHIND_SKIPPED: ({ name }: Named) => `До шага «${name}» запуск не дойдёт, пока пропущен шаг перед ним.`,
  NODE_CANNOT_BE_SKIPPED: ({ name }: Named) =>
    `Шаг «${name}» пропустить нельзя: на нём держатся ветки. Снимите отметку «пропустить».`,
  CYCLE_WITHOUT_WAIT: ({ names }: { nodes: readonly string[]; names: readonly string[] }) =>
    `Шаги ${names.map((name) => `«${name}»`).join(', ')} образуют круг без ожидания. Поставьте в него узел «Ждать» или разорвите круг.`,
  JOIN_WITHOUT_FORK: ({ name }: Named) =>
    `Сборка «${name}» стоит не после параллельных веток. Уберите её или поставьте перед ней «Параллельно».`,
  JOIN_ARMS_DIFFER: ({ name }: Named) =>
    `В сборку «${name}» приходят ветки разных узлов «Параллельно». Соберите сначала внутренние ветки, потом внешние.`,
  JOIN_NEED_MISSING: ({ name }: Named & { arms: number }) => `Сборка «${name}»: не указано, скольких веток ждать.`,
  JOIN_NEVER_FULFILLED: ({ name, arms, need }: Named & { arms: number; need: number }) =>
    `Сборка «${name}» ждёт веток: ${need}, а приходит ${arms}. Уменьшите число.`,
  JOIN_MAY_STALL: ({ name, branch }: Named & { branch: string }) =>
    `Сборка «${name}» может ждать зря: ветка ${branch} может закончиться раньше неё. Доведите до сборки все выходы ветки.`,
  PARALLEL_MERGES_WITHOUT_JOIN: ({ name, fork }: Named & { fork: string }) =>
    `Параллельные ветки узла «${fork}» сходятся в шаге «${name}» без сборки. Поставьте перед ним узел «Сборка веток».`,
  EACH_BODY_LEAKS: ({ name, each }: Named & { each: string }) =>
    `Тело «${each}» выходит наружу, в шаг «${name}». Продолжение после перебора ведите из выхода done.`,
  EACH_WITHOUT_BODY: ({ name }: Named & { port: string }) =>
    `У «${name}» нет тела. Проведите связь из выхода item к первому шагу тела.`,
  UNDO_MISSING: ({ name, type }: Named & { type: string }) =>
    `Шаг «${name}»: узел ${type} обещает отмену, но не умеет её. Возьмите другой узел.`,
  LEGAL_WITHOUT_PATH: ({ name }: Named) =>
    `Шаг «${name}» имеет юридические последствия. Нарисуйте путь аннулирования или исправления либо напишите, почему он не нужен.`,
  PATH_OF_UNKNOWN_NODE: ({ title, node }: { title: string; node: string }) =>
    `Путь «${title}» относится к шагу ${node}, до которого основной сценарий не доходит. Выберите другой шаг.`,
  PATH_OF_HARMLESS_NODE: ({ title, name }: Named & { title: string }) =>
    `Путь «${title}» относится к шагу «${name}», у которого нет юридических последствий.`,
  SLOT_MISSING: ({ name, gateway }: Named & { gateway: string }) =>
    `Шаг «${name}»: не выбрано подключение (${gateway}).`,
  SLOT_UNKNOWN: ({ name, slot }: Named & { slot: string }) =>
    `Шаг «${name}»: подключения ${slot} в сценарии нет. Выберите из списка.`,
  SLOT_GATEWAY_WRONG: ({
    name,
    slot,
    slotGateway,
    gateway,
  }: Named & { slot: string; slotGateway: string; gateway: string }) =>
    `Шаг «${name}»: подключение ${slot} ведёт в ${slotGateway}, а нужно ${gateway}.`,
  SLOT_NOT_WANTED: ({ name, slot }: Named & { slot: string }) =>
    `Шаг «${name}» не обращается к внешней системе, подключение ${slot} ему не нужно.`,
  SLOT_UNUSED: ({ slot, title }: { slot: string; title: string }) =>
    `Подключение «${title}» (${slot}) не используется ни одним шагом.`,
  RETRY_DELAYS_CROSSED: ({
    name,
    firstDelaySec,
    maxDelaySec,
  }: Named & { firstDelaySec: number; maxDelaySec: number }) =>
    `Шаг «${name}»: первая пауза перед повтором ${firstDelaySec} с больше наибольшей ${maxDelaySec} с. Исправьте одну из них.`,
  POLICY_WITHOUT_MEANING: ({ name }: Named) =>
    `Шаг «${name}» не повторяется и не ошибается: повторы, время и поведение при ошибке для него ничего не значат.`,
  CALL_UNKNOWN: ({ name, scenarioId }: Named & { scenarioId: string }) =>
    `Шаг «${name}»: сценарий ${scenarioId} не найден или ещё не опубликован. Опубликуйте его сначала.`,
  CALL_CYCLE: ({ name }: Named & { scenarioId: string }) =>
    `Шаг «${name}»: вызванный сценарий снова вызывает этот. Разорвите круг.`,
};
