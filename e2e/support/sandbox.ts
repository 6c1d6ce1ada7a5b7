import { sandbox } from './stack.js';

/** How the stand-ins count: everything that could be lost or doubled is counted there, never by us. */
export interface DiadocState {
  readonly documents: readonly {
    readonly messageId: string;
    readonly entityId: string;
    readonly number?: string;
    readonly sends: readonly { readonly operationId: string; readonly calls: number }[];
    readonly answer?: unknown;
  }[];
}
export interface OneCState {
  readonly documents: readonly {
    readonly number: string;
    readonly isPosted: boolean;
    readonly isMarked: boolean;
    readonly created: number;
    readonly posted: number;
    readonly unposted: number;
  }[];
}
export const diadocState = () => sandbox<DiadocState>('GET', 'diadoc/state');
export const onecState = () => sandbox<OneCState>('GET', 'onec/state');

export const winDeal = (id: string) => sandbox('POST', `bitrix24/deals/${id}/stage`, { stageId: 'WON' });
export const copyDeals = async (copyOf: string, count: number) =>
  (await sandbox<{ ids: string[] }>('POST', 'bitrix24/deals', { copyOf, count })).ids;
export const answerAsBuyer = (
  at: { readonly messageId: string; readonly entityId: string },
  kind: 'sign' | 'refuse' | 'clarify' | 'discrepancies',
  reason?: string,
) =>
  sandbox('POST', `diadoc/documents/${at.messageId}/${at.entityId}/answer`, {
    kind,
    ...(reason === undefined ? {} : { reason }),
  });

/** Own fields of a deal as the portal has them. */
export const dealFields = async (id: string): Promise<Readonly<Record<string, unknown>>> => {
  const { deals } = await sandbox<{
    deals: readonly { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }[];
  }>('GET', 'bitrix24/state');
  return deals.find((deal) => deal.id === id)?.fields ?? {};
};
