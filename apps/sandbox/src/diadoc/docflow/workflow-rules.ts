import type { AttachmentTypeWord } from '../wire/enums.js';

/** What the published table of workflows says of confirmations and of receipts for them. */
export interface WorkflowRules {
  readonly isDocumentConfirmed: boolean;
  readonly isBuyerTitleConfirmed: boolean;
  /** Who hears that the operator passed a receipt on. */
  readonly receiptConfirmedTo: 'both' | 'initiator' | 'nobody';
  /** Confirmations are receipted in their turn. */
  readonly hasReceiptsOfConfirmations: boolean;
}

const ordinary: WorkflowRules = {
  isDocumentConfirmed: true,
  isBuyerTitleConfirmed: true,
  receiptConfirmedTo: 'both',
  hasReceiptsOfConfirmations: false,
};

const RULES: Readonly<Record<number, WorkflowRules>> = {
  3: { ...ordinary, isDocumentConfirmed: false, isBuyerTitleConfirmed: false, receiptConfirmedTo: 'nobody' },
  10: { ...ordinary, receiptConfirmedTo: 'initiator', hasReceiptsOfConfirmations: true },
  16: { ...ordinary, isBuyerTitleConfirmed: false },
  17: ordinary,
  18: ordinary,
};

export const rulesOf = (workflowId: number): WorkflowRules => RULES[workflowId] ?? ordinary;

/** To whom the operator confirms a file of the docflow. */
export const confirmedTo = (
  workflowId: number,
  type: AttachmentTypeWord | undefined,
): WorkflowRules['receiptConfirmedTo'] => {
  const rules = rulesOf(workflowId);
  const whether = (isConfirmed: boolean) => (isConfirmed ? 'both' : 'nobody');
  const known: Partial<Record<AttachmentTypeWord, WorkflowRules['receiptConfirmedTo']>> = {
    Receipt: rules.receiptConfirmedTo,
    InvoiceReceipt: rules.receiptConfirmedTo,
    UniversalTransferDocumentBuyerTitle: whether(rules.isBuyerTitleConfirmed),
    XmlSignatureRejection: 'both',
    InvoiceCorrectionRequest: 'both',
    RevocationRequest: 'nobody',
  };
  return known[type ?? 'UnknownAttachmentType'] ?? whether(rules.isDocumentConfirmed);
};
