/** What the fields of the flow's own nodes are called, as the titles of a node's schema are. */
export const flowTitles = {
  branches: 'Ветки',
  port: 'Код выхода',
  branchTitle: 'Название ветки',
  when: 'Условие',
  taken: 'Выбранная ветка',
  arms: 'Параллельные ветки',
  mode: 'Сколько веток ждать',
  need: 'Сколько именно',
  items: 'Список',
  window: 'Сколько элементов сразу',
  count: 'Сколько было элементов',
  scenario: 'Какой сценарий вызвать',
  input: 'Данные для него',
  run: 'Запуск',
  status: 'Чем закончился',
  outcome: 'Итог',
};
