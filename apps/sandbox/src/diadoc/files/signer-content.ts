import { parseCertificate } from '@potok/signing';

import { DiadocError } from '../http/diadoc-error.js';
import type { OrganizationRecord } from '../state/state.js';
import type { FileSigner } from './service-files.js';
import { attributeOf, find, readXml, type Element } from './xml.js';

/**
 * The signer of a service file out of SignerContent, whose root is `Signer` (TechnologicalSigner): the name comes from
 * the certificate when one is given, else from the employee; the position by its PositionSource.
 */
export const readSigner = (content: Uint8Array, owner: OrganizationRecord): FileSigner => {
  const root = readXml(content);
  if (root?.name !== 'Signer') throw new DiadocError(400, 'SignerContent не читается: нужен XML с корнем Signer');
  const certificate = attributeOf(find(root, 'Certificate'), 'CertificateBytes');
  const named = certificate === undefined ? employee(owner) : nameIn(certificate);
  const position = positionOf(root, { certificate: named.position, employee: owner.signer.position });
  const { surname, name, patronymic } = named;
  return {
    surname,
    name,
    ...(patronymic === undefined ? {} : { patronymic }),
    ...(position === undefined ? {} : { position }),
  };
};

const employee = ({ signer }: OrganizationRecord): FileSigner => ({
  surname: signer.surname,
  name: signer.name,
  patronymic: signer.patronymic,
  position: signer.position,
});

const nameIn = (base64: string): FileSigner => {
  const { person, position } = readCertificate(base64);
  if (!person) throw new DiadocError(400, 'В сертификате подписанта нет фамилии и имени');
  return {
    surname: person.lastName,
    name: person.firstName,
    ...(person.middleName === undefined ? {} : { patronymic: person.middleName }),
    ...(position === undefined ? {} : { position }),
  };
};

const readCertificate = (base64: string) => {
  try {
    return parseCertificate(new Uint8Array(Buffer.from(base64, 'base64')));
  } catch {
    throw new DiadocError(400, 'Сертификат подписанта не читается');
  }
};

const positionOf = (
  root: Element,
  known: { certificate: string | undefined; employee: string },
): string | undefined => {
  const element = find(root, 'Position');
  if (element?.text) return element.text;
  return attributeOf(element, 'PositionSource') === 'Certificate' ? known.certificate : known.employee;
};

/** Signers of a title's user contract (UniversalSigner): the first one. */
export const readTitleSigner = (root: Element | undefined, owner: OrganizationRecord): FileSigner => {
  const signer = find(root, 'Signers/Signer');
  const fio = find(signer, 'Fio');
  const position = find(signer, 'Position')?.text;
  const named = fio ? personOf(fio) : employee(owner);
  return { ...named, position: position !== undefined && position !== '' ? position : owner.signer.position };
};

/** LastName, FirstName, MiddleName, Position of an element. */
export const personOf = (element: Element): FileSigner => {
  const { LastName = '', FirstName = '', MiddleName, Position } = element.attributes;
  return {
    surname: LastName,
    name: FirstName,
    ...(MiddleName === undefined ? {} : { patronymic: MiddleName }),
    ...(Position === undefined ? {} : { position: Position }),
  };
};
