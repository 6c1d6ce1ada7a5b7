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
  UPD_KND,
  UPD_VERSION,
  type UpdFunction,
} from './upd/model.js';
export { VAT_RATE_CODES, isVatRate, type VatRate } from './upd/vat-rates.js';
export { buildUpd, fileFlags } from './upd/build.js';
export { completeUpd, UPD_TEXTS } from './upd/complete.js';
export { updContentOf, updModelOf, updSignerOf, type UpdContent, type UpdOrder } from './upd/content.js';
export { parseUpd } from './upd/parse.js';
export { type ParsedTitle } from './titles/open-title.js';
export { fileIdOf, PROGRAM_VERSION, type FileIds, type TitleBytes } from './titles/title-file.js';
export { partyName, fullName } from './party/party-name.js';
export { momentOf, type Moment } from './xml/moments.js';
export { XML_LIMITS } from './xml/read.js';
export { checkXml, checkTitle, XML_FORMATS, type XmlFormat } from './schema/check-xml.js';
export { compileXsd, type CompiledXsd } from './schema/compile-xsd.js';
export { type XmlFinding } from './schema/xml-finding.js';
export { partyOfOrganization, partyOfRequisites } from './party/convert.js';
export { findCountry, type Country } from './party/countries.js';
export { UNITS, NO_UNIT_CODE, findUnit, findUnitByName, type Unit } from './units/okei.js';
export { computeLine, VAT_MODES, type VatMode, type LineOrder, type LineSums } from './totals/compute-line.js';
export { computeTotals } from './totals/compute-totals.js';
export { UpdOrderLine, orderLineOfCrm, linesOfOrder } from './upd/order.js';
export { checkUpd, UPD_RULES, type UpdCheckOptions } from './checks/check-upd.js';
export { type DocumentFinding, type UpdContext, type UpdRule } from './checks/finding.js';
export { checkParty, type PartyRole, type PartyPlace } from './checks/rules/party.js';
export { checkSignerCertificate, type CertificateOwner } from './checks/rules/signers.js';
export { withoutSeparator } from './checks/rules/goods.js';
export {
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
  checkSnils,
  checkBik,
  checkAccount,
  checkCorrespondentAccount,
  checkGtin,
  type RequisiteFault,
} from './checks/requisites.js';
export { documentTextsRu, documentTextsEn, sentenceOf } from './texts.js';
export { UpdBuyerTitle, OUTCOMES, UPD_BUYER_KND, type Outcome } from './buyer-title/model.js';
export { buildUpdBuyerTitle, answerToUpd } from './buyer-title/build.js';
export { parseUpdBuyerTitle } from './buyer-title/parse.js';
export { ReceiptNotice, ClarificationNotice, NoticeParty, NoticeSigner } from './notices/model.js';
export {
  buildReceipt,
  parseReceipt,
  buildClarification,
  parseClarification,
  type ParsedNotice,
} from './notices/notice.js';
export { viewOfUpd, type UpdView } from './view/view-of-upd.js';
export { type ViewRow } from './view/view-row.js';
export { type ViewTable, type ViewColumn } from './view/line-table.js';
export { russianNumber, russianQuantity } from './view/russian-format.js';
