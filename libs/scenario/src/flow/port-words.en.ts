/** Ways out as people name them; a way that is not here is called by its id. */
export const portWords: Readonly<Record<string, string>> = {
  done: 'done',
  error: 'error',
  ok: 'right',
  wrong: 'wrong',
  signed: 'signed',
  refused: 'refused',
  deadline: 'deadline',
  accepted: 'accepted',
  discrepancies: 'with discrepancies',
  rejected: 'rejected',
  clarification: 'asks to clarify',
  annulled: 'annulled',
  received: 'received',
  otherwise: 'otherwise',
  item: 'each',
};
