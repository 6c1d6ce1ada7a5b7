/** Ways out as people name them; a way that is not here is called by its id. */
export const portWords: Readonly<Record<string, string>> = {
  done: 'готово',
  error: 'ошибка',
  ok: 'верно',
  wrong: 'неверно',
  signed: 'подписан',
  refused: 'отказ',
  deadline: 'срок вышел',
  accepted: 'принял',
  discrepancies: 'с расхождениями',
  rejected: 'отказал',
  clarification: 'просит уточнить',
  annulled: 'аннулирован',
  received: 'пришёл',
  otherwise: 'иначе',
  item: 'каждый',
};
