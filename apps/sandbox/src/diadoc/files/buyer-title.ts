import { randomUUID } from 'node:crypto';

import type { DocumentRecord, OrganizationRecord } from '../state/state.js';
import { compactDate, russianDate, russianTime } from './moments.js';
import type { FileSigner, MadeFile } from './service-files.js';
import { element, writeWindows1251, type Element } from './xml.js';

export interface BuyerTitleOrder {
  readonly document: DocumentRecord;
  readonly sellerSignature: Uint8Array;
  readonly buyer: OrganizationRecord;
  readonly seller: OrganizationRecord;
  readonly signer: FileSigner;
  readonly outcome: { readonly code: string; readonly words?: string };
  readonly acceptedOn: string;
  readonly employee?: FileSigner;
  readonly creator: string;
  /** СпосПодтПолном of the signer. */
  readonly powers: string;
  readonly at: Date;
}

/** Version of ON_NSCHFDOPPOK for a version of the operator's type table. */
export const titleFormOf = (version: string): string => {
  const found = /^utd\d+_(\d\d)_(\d\d)_/.exec(version);
  return found ? `${Number(found[1])}.${found[2] ?? ''}` : '5.03';
};

const FLAGS = /(?:_[01]){5}_\d\d$/;

/** Титул покупателя of a СЧФДОП or ДОП: swaps the ids and repeats the flags of the seller's file name. */
export const makeBuyerTitle = (order: BuyerTitleOrder): MadeFile => {
  const { document, seller, buyer, at } = order;
  const flags = FLAGS.exec(document.fileId)?.[0] ?? '_0_0_0_0_0_00';
  const ids = `${seller.fnsParticipantId}_${buyer.fnsParticipantId}`;
  const fileId = `ON_NSCHFDOPPOK_${ids}_${compactDate(at)}_${randomUUID()}${flags}`;
  const head = { КНД: '1115132', ДатаИнфПок: russianDate(at), ВремИнфПок: russianTime(at) };
  const root = element(
    'Файл',
    { ИдФайл: fileId, ВерсФорм: titleFormOf(document.version), ВерсПрог: 'Sandbox Diadoc 1.0' },
    [
      element('Документ', { ...head, НаимЭконСубСост: order.creator }, [
        sellerFile(order),
        acceptance(order),
        element('Подписант', { Должн: order.signer.position, ТипПодпис: '1', СпосПодтПолном: order.powers }, [
          fullName(order.signer),
        ]),
      ]),
    ],
  );
  return { fileId, bytes: writeWindows1251(root) };
};

const sellerFile = ({ document, sellerSignature }: BuyerTitleOrder): Element =>
  element(
    'ИдИнфПрод',
    { ИдФайлИнфПр: document.fileId, ДатаФайлИнфПр: document.formedDate, ВремФайлИнфПр: document.formedTime },
    [element('ЭП', {}, Buffer.from(sellerSignature).toString('base64'))],
  );

const acceptance = ({ document, outcome, acceptedOn, employee }: BuyerTitleOrder): Element => {
  const person = employee
    ? [
        element('СвЛицПрин', {}, [
          element('РабОргПок', { Должность: employee.position ?? 'Сотрудник' }, [fullName(employee)]),
        ]),
      ]
    : [];
  return element(
    'СодФХЖ4',
    {
      НаимДокОпрПр: document.documentName,
      Функция: document.function,
      ПорНомДокИнфПр: document.number,
      ДатаДокИнфПр: document.date,
    },
    [
      element('СвПрин', { СодОпер: outcome.code === '3' ? undefined : outcome.words, ДатаПрин: acceptedOn }, [
        element('КодСодОпер', { КодИтога: outcome.code }),
        ...person,
      ]),
    ],
  );
};

const fullName = ({ surname, name, patronymic }: FileSigner): Element =>
  element('ФИО', { Фамилия: surname, Имя: name, Отчество: patronymic });
