/** Values of the protocol's enums that decide something here. */
export const ENTITY = { attachment: 1, signature: 2 } as const;

export const ATTACHMENT = {
  invoiceReceipt: 2,
  confirmation: 3,
  correctionRequest: 4,
  deliveryFailure: 6,
  signatureRequestRejection: 8,
  torg12BuyerTitle: 21,
  actBuyerTitle: 22,
  receipt: 27,
  xmlSignatureRejection: 28,
  revocationRequest: 29,
  roamingNotification: 39,
  utdBuyerTitle: 42,
  ucdBuyerTitle: 51,
  title: 68,
  universalMessage: 79,
} as const;

export const MESSAGE_GROUP = { receipt: 1, amendmentRequest: 2, rejection: 3 } as const;
export const COUNTERAGENT = { isMine: 1, invitesMe: 2, isInvitedByMe: 3, rejectsMe: 5, isRejectedByMe: 6 } as const;
export const HAVE_TO_CREATE_RECEIPT = 2;
export const SENDER_SIGNATURE_INVALID = 4;
export const RECIPIENT_SIGNATURE_INVALID = 5;
export const ROAMING_ERROR = 3;
