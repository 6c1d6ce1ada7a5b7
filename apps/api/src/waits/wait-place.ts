import { Refusal } from '../problems/refusal.js';

interface Place {
  /** Microseconds of the epoch; absent in what has no time. */
  readonly us?: string;
  readonly id: string;
}

const PLACE = /^(\d{0,18})\|([\w~/-]{1,300})$/;

/** The list of waits goes by time, so its place is a time and an id, and not an id alone as in other lists. */
export const readWaitPlace = (cursor: string | undefined): Place | undefined => {
  if (cursor === undefined || cursor === '') return undefined;
  const [, us, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (us === undefined || id === undefined) throw new Refusal('invalid', 'CURSOR_WRONG', { field: '/cursor' });
  return { id, ...(us === '' ? {} : { us }) };
};

export const writeWaitPlace = ({ us, id }: { readonly us: string | null; readonly id: string }): string =>
  Buffer.from(`${us ?? ''}|${id}`, 'latin1').toString('base64url');
