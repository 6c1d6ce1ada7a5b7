export { PersonModel, AddressModel, BankModel, ForeignModel, PartyModel } from './party/model.js';
export { DocumentReference, InfoField, InfoModel } from './upd/reference.js';
export { UpdLine, TraceabilityModel, MarkingModel, CustomsModel, LINE_KINDS, type LineKind } from './upd/line.js';
export {
  UpdSigner,
  ElectronicAuthority,
  PaperAuthority,
  AUTHORITIES,
  SIGNATURE_KINDS,
  type Authority,
  type SignatureKind,
} from './upd/signer.js';
export { UpdTransfer, TransferPerson } from './upd/transfer.js';
export {
  UpdModel,
  UpdTotals,
  UpdRevision,
  PaymentDocument,
  CurrencyModel,
  AdditionalFacts,
  UPD_FUNCTIONS,
  type UpdFunction,
} from './upd/model.js';
