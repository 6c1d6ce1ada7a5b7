import { TITLE_VERSIONS } from '../docflow/document-types.js';
import { sellerSide } from '../docflow/seller-side.js';
import { isDocument } from '../docflow/tree.js';
import { makeBuyerTitle } from '../files/buyer-title.js';
import { personOf, readTitleSigner } from '../files/signer-content.js';
import { readBuyerTitle } from '../files/title-facts.js';
import { attributeOf, element, find, readXml, renderUtf8, type Element } from '../files/xml.js';
import { DiadocError } from '../http/diadoc-error.js';
import type { Call, Operation } from '../http/operation.js';
import { fileAnswer } from './generating.js';
import { locate } from './reading.js';

const ROOT = 'UniversalTransferDocumentBuyerTitle';
const OUTCOMES = ['1', '2', '3'];

/** Only the buyer's title: a seller's comes ready-made from the client's own accounting. */
const demandBuyerTitle = (call: Call): void => {
  const { query } = call;
  const version = query.get('documentVersion');
  if (!TITLE_VERSIONS[version]) throw new DiadocError(400, `Версия ${version} неизвестна`);
  query.get('documentTypeNamedId');
  query.get('documentFunction');
  if (query.number('titleIndex', { fallback: 0, min: 0, max: 1 }) === 1) return;
  throw new DiadocError(501, 'Песочница работает только с титулом покупателя: titleIndex=1');
};

const generateTitle: Operation = {
  method: 'POST',
  path: '/GenerateTitleXml',
  handle: async (call) => {
    demandBuyerTitle(call);
    const { world, query } = call;
    const by = call.ownBox();
    const at = { boxId: by.boxId, messageId: query.get('letterId'), entityId: query.get('documentId') };
    const { message, entity } = locate(call, at);
    if (!isDocument(entity)) throw new DiadocError(404, 'Сущность не является документом');
    const contract = demandContract(call.body);
    const code = attributeOf(find(contract, 'ContentOperCode'), 'TotalCode') ?? '';
    if (!OUTCOMES.includes(code)) throw new DiadocError(400, 'TotalCode должен быть 1, 2 или 3');
    const words = attributeOf(contract, 'OperationContent');
    const employee = find(contract, 'Employee');
    const file = makeBuyerTitle({
      ...(await sellerSide(call.world, message, entity)),
      document: entity.document,
      buyer: by,
      signer: readTitleSigner(contract, by),
      outcome: { code, ...(words === undefined ? {} : { words }) },
      acceptedOn: attributeOf(contract, 'AcceptanceDate') ?? '',
      creator: attributeOf(contract, 'DocumentCreator') ?? by.fullName,
      powers: attributeOf(find(contract, 'Signers/Signer'), 'SignerPowersConfirmationMethod') ?? '1',
      at: world.now(),
      ...(employee ? { employee: personOf(employee) } : {}),
    });
    return fileAnswer(file);
  },
};

const demandContract = (body: Buffer): Element => {
  const root = readXml(body);
  if (root?.name !== ROOT) throw new DiadocError(400, `Тело запроса не является XML с корнем ${ROOT}`);
  if (!/^\d\d\.\d\d\.\d{4}$/.test(root.attributes['AcceptanceDate'] ?? '')) {
    throw new DiadocError(400, 'AcceptanceDate пишется как ДД.ММ.ГГГГ');
  }
  return root;
};

const parseTitle: Operation = {
  method: 'POST',
  path: '/ParseTitleXml',
  handle: async (call) => {
    demandBuyerTitle(call);
    call.ownBox();
    const facts = readBuyerTitle(call.body);
    if (!facts) throw new DiadocError(400, 'Содержимое не является титулом покупателя УПД');
    const contract = element(ROOT, { AcceptanceDate: facts.acceptedOn, OperationContent: facts.words }, [
      element('ContentOperCode', { TotalCode: facts.outcomeCode }),
    ]);
    return { kind: 'bytes', bytes: renderUtf8(contract), contentType: 'application/xml; charset=utf-8' };
  },
};

export const titleOperations: readonly Operation[] = [generateTitle, parseTitle];
