import { randomUUID } from 'node:crypto';

import type { OrganizationRecord } from '../state/state.js';
import { compactDate, russianDate, russianTime } from './moments.js';
import { element, writeWindows1251, type Element } from './xml.js';

/** The operator of the stand-in; not a real firm. */
export const OPERATOR = { name: 'Оператор ЭДО песочницы Потока', inn: '9601000058', participantId: '2BM' } as const;
const PROGRAM = 'Sandbox Diadoc 1.0';
const SERVICE_VERSION = '1.03';

export interface MadeFile {
  /** ИдФайл, which is the name without `.xml`. */
  readonly fileId: string;
  readonly bytes: Buffer;
}

/** A file of the docflow that a service file speaks of, with its signatures. */
export interface SpokenOf {
  readonly fileId: string;
  readonly signatures: readonly Uint8Array[];
}

export interface FileSigner {
  readonly surname: string;
  readonly name: string;
  readonly patronymic?: string;
  readonly position?: string;
}

export interface ServiceOrder {
  readonly about: SpokenOf;
  /** Whose file it is: the participant who received `about`. */
  readonly by: OrganizationRecord;
  readonly to: OrganizationRecord | 'operator';
  readonly signer: FileSigner;
  readonly at: Date;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const fileIdOf = (prefix: string, ids: { to: string; from: string }, at: Date): string =>
  `${prefix}_${ids.to}_${ids.from}_${compactDate(at)}_${randomUUID()}`;

const file = (fileId: string, version: string, document: Element): MadeFile => ({
  fileId,
  bytes: writeWindows1251(element('Файл', { ИдФайл: fileId, ВерсПрог: PROGRAM, ВерсФорм: version }, [document])),
});

const fullNameOf = ({ surname, name, patronymic }: FileSigner): Element =>
  element('ФИО', { Фамилия: surname, Имя: name, Отчество: patronymic });

const partyOf = (one: OrganizationRecord): Element =>
  one.isEntrepreneur
    ? element('ИП', { ИННФЛ: one.inn }, [fullNameOf(one.signer)])
    : element('ЮЛ', { НаимОрг: one.fullName, ИННЮЛ: one.inn, КПП: one.kpp });

const participant = (name: string, one: OrganizationRecord): Element =>
  element(name, { ИдУчастЭДО: one.fnsParticipantId }, [partyOf(one)]);

const operatorAttributes = { НаимОрг: OPERATOR.name, ИННЮЛ: OPERATOR.inn, ИдОперЭДО: OPERATOR.participantId };

const addressee = (to: OrganizationRecord | 'operator'): Element =>
  to === 'operator'
    ? element('ОтпрДок', { ИдУчастЭДО: OPERATOR.participantId }, [element('ОперЭДО', operatorAttributes)])
    : participant('ОтпрДок', to);

const addresseeId = (to: OrganizationRecord | 'operator'): string =>
  to === 'operator' ? OPERATOR.participantId : to.fnsParticipantId;

const signerOf = (signer: FileSigner): Element =>
  element('Подписант', { СтатПодп: '1', ТипПодпис: '1', Должн: signer.position }, [fullNameOf(signer)]);

const signaturesOf = (name: string, signatures: readonly Uint8Array[]): readonly Element[] =>
  signatures.map((signature) => element(name, {}, base64(signature)));

export interface Confirmed {
  readonly about: SpokenOf;
  readonly sender: OrganizationRecord;
  readonly recipient: OrganizationRecord;
  readonly at: Date;
}

/** ПДП: the operator tells the sender when it got the file. */
export const makeReceivedConfirmation = ({ about, sender, recipient, at }: Confirmed): MadeFile => {
  const ids = { to: sender.fnsParticipantId, from: OPERATOR.participantId };
  const got = element('СведПолФайл', { ИмяПолФайла: about.fileId }, signaturesOf('ЭППолФайл', about.signatures));
  return file(
    fileIdOf('DP_PDPOL', ids, at),
    SERVICE_VERSION,
    element('Документ', { КНД: '1115112' }, [
      element('ОперЭДО', operatorAttributes),
      element('СведПодтв', { ДатаПол: russianDate(at), ВремяПол: russianTime(at) }, [got]),
      participant('СвОтпрДок', sender),
      participant('СвПолДок', recipient),
    ]),
  );
};

/** ПДО: the operator tells the recipient when it sent the file on. */
export const makeSentConfirmation = ({ about, sender, recipient, at }: Confirmed): MadeFile => {
  const ids = { to: recipient.fnsParticipantId, from: OPERATOR.participantId };
  const sent = element('СведОтпрФайл', { ИмяОтпрФайла: about.fileId }, signaturesOf('ЭПОтпрФайл', about.signatures));
  return file(
    fileIdOf('DP_PDOTPR', ids, at),
    SERVICE_VERSION,
    element('Документ', { КНД: '1115111' }, [
      element('ОперЭДО', operatorAttributes),
      element('СведПодтв', { ДатаОтпр: russianDate(at), ВремяОтпр: russianTime(at) }, [sent]),
      participant('СвОтпрДок', sender),
      participant('СвПолДок', recipient),
    ]),
  );
};

/** ИоП: the participant has received the file. */
export const makeReceipt = ({ about, by, to, signer, at }: ServiceOrder): MadeFile => {
  const got = element('СведПолФайл', { ИмяПолФайла: about.fileId }, signaturesOf('ЭППолФайл', about.signatures));
  return file(
    fileIdOf('DP_IZVPOL', { to: addresseeId(to), from: by.fnsParticipantId }, at),
    SERVICE_VERSION,
    element('Документ', { КНД: '1115110' }, [
      participant('УчастЭДО', by),
      element('СвИзвПолуч', { ДатаПол: russianDate(at), ВремяПол: russianTime(at) }, [got]),
      addressee(to),
      signerOf(signer),
    ]),
  );
};

/** УоУ; the operator carries a refusal of signature in the same form. */
export const makeNotice = ({ about, by, to, signer, at }: ServiceOrder, text: string): MadeFile => {
  const first = signaturesOf('ЭППолФайл', about.signatures.slice(0, 1));
  return file(
    fileIdOf('DP_UVUTOCH', { to: addresseeId(to), from: by.fnsParticipantId }, at),
    SERVICE_VERSION,
    element('Документ', { КНД: '1115113' }, [
      participant('УчастЭДО', by),
      element('СвУведУточ', { ДатаПол: russianDate(at), ВремяПол: russianTime(at) }, [
        element('СведПолФайл', { ИмяПолФайла: about.fileId }, first),
        element('ТекстУведУточ', {}, text),
      ]),
      addressee(to),
      signerOf(signer),
    ]),
  );
};

/** ПОА: the offer to annul. */
export const makeRevocationOffer = (order: ServiceOrder & { to: OrganizationRecord }, text: string): MadeFile => {
  const { about, by, to, signer, at } = order;
  const annulled = element('СведАнФайл', { ИмяАнФайла: about.fileId }, signaturesOf('ЭЦПАнФайл', about.signatures));
  return file(
    fileIdOf('DP_PRANNUL', { to: to.fnsParticipantId, from: by.fnsParticipantId }, at),
    '1.02',
    element('Документ', {}, [
      participant('УчастЭДО', by),
      element('СвПредАн', {}, [annulled, element('ТекстПредАн', {}, text)]),
      participant('НапрПредАн', to),
      element('Подписант', { Должность: signer.position ?? 'Сотрудник' }, [fullNameOf(signer)]),
    ]),
  );
};
