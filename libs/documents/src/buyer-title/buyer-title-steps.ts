import { fieldsOf, type Step } from '../xml/fields.js';
import { momentStep } from '../titles/moment-model.js';
import { infoSteps, referenceSteps } from '../upd/reference-steps.js';
import { signerSteps } from '../upd/signer-steps.js';
import { transferPersonStep } from '../upd/transfer-steps.js';
import { UPD_BUYER_KND, type UpdBuyerTitle } from './model.js';

const title = fieldsOf<UpdBuyerTitle>();
const OUTCOME_CODES = { accepted: '1', 'accepted-with-discrepancies': '2', rejected: '3' };

/** Документ of the buyer's title, without the moment of its making. */
export const buyerTitleSteps: readonly Step<UpdBuyerTitle>[] = [
  title.fixed('КНД', UPD_BUYER_KND),
  title.text('uid', 'УИД'),
  title.text('composerName', 'НаимЭконСубСост'),
  title.within('ИдИнфПрод', [
    title.text('sellerFileId', 'ИдФайлИнфПр'),
    momentStep('sellerFormedAt', 'ДатаФайлИнфПр', 'ВремФайлИнфПр'),
    title.texts('sellerSignatures', 'ЭП'),
  ]),
  title.within('СодФХЖ4', [
    title.text('documentName', 'НаимДокОпрПр'),
    title.text('function', 'Функция'),
    title.text('number', 'ПорНомДокИнфПр'),
    title.date('date', 'ДатаДокИнфПр'),
    title.text('kind', 'ВидОпер'),
    title.within('СвПрин', [
      title.text('content', 'СодОпер'),
      title.date('acceptedOn', 'ДатаПрин'),
      title.within('КодСодОпер', [
        title.code('outcome', 'КодИтога', OUTCOME_CODES),
        title.child('discrepancyAct', 'РеквДокРасх', referenceSteps),
      ]),
      transferPersonStep('СвЛицПрин', 'buyer'),
    ]),
    title.child('info', 'ИнфПолФХЖ4', infoSteps),
  ]),
  title.list('signers', 'Подписант', signerSteps),
  title.child('composerAuthority', 'ОснДоверОргСост', referenceSteps),
];
