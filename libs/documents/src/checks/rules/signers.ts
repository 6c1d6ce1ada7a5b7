import type { UpdSigner } from '../../upd/signer.js';
import { error, isPrimary, warning, when, type DocumentFinding, type UpdRule } from '../finding.js';

/** Somebody signs, and the proof of authority is of the sort that is named. */
export const signersAreWhole: UpdRule = (model) => [
  ...when(model.signers.length === 0, () => error('NO_SIGNERS', '/signers')),
  ...model.signers.flatMap((signer, at) =>
    checkSignerAuthority(signer, isPrimary(model)).map((finding) => ({
      ...finding,
      field: `/signers/${at}${finding.field}`,
      facts: { number: at + 1, ...finding.facts },
    })),
  ),
];

/** СвДоверЭл exactly with «МЧД in a system», СвДоверБум exactly with «paper»; some operators want a position. */
export const checkSignerAuthority = (signer: UpdSigner, wantsPosition: boolean): readonly DocumentFinding[] => {
  const hasMchd = (signer.mchd ?? []).length > 0;
  const hasPaper = (signer.paper ?? []).length > 0;
  return [
    ...when(signer.authority === 'mchd-system' && !hasMchd, () => error('MCHD_MISSING', '/mchd')),
    ...when(signer.authority !== 'mchd-system' && hasMchd, () => error('MCHD_FORBIDDEN', '/mchd')),
    ...when(signer.authority === 'paper' && !hasPaper, () => error('PAPER_MISSING', '/paper')),
    ...when(signer.authority !== 'paper' && hasPaper, () => error('PAPER_FORBIDDEN', '/paper')),
    ...(signer.mchd ?? []).flatMap(({ number }, at) =>
      when(number.length !== 36, () => error('MCHD_NUMBER_FORM', `/mchd/${at}/number`, { value: number })),
    ),
    ...when(wantsPosition && signer.position === undefined, () => warning('SIGNER_POSITION_MISSING', '/position')),
  ];
};

/** What a certificate says of its owner. */
export interface CertificateOwner {
  /** ИНН of the organization or sole trader. */
  readonly inn?: string;
  readonly lastName?: string;
  /** Имя и отчество as certificates hold them, in one field. */
  readonly givenName?: string;
}

/** The certificate belongs to the seller and to one of the signers. */
export const checkSignerCertificate = (
  model: Parameters<UpdRule>[0],
  owner: CertificateOwner,
): readonly DocumentFinding[] => {
  const { seller, signers } = model;
  const isNamed = signers.some(({ person }) => {
    const given = [person.firstName, person.middleName].filter((part) => part !== undefined).join(' ');
    return same(person.lastName, owner.lastName) && same(given, owner.givenName);
  });
  return [
    ...when(owner.inn !== undefined && owner.inn !== seller.inn, () =>
      error('CERTIFICATE_OTHER_INN', '/seller/inn', { certificateInn: owner.inn, inn: seller.inn }),
    ),
    ...when(owner.lastName !== undefined && !isNamed, () =>
      error('CERTIFICATE_OTHER_PERSON', '/signers', {
        owner: `${owner.lastName ?? ''} ${owner.givenName ?? ''}`.trim(),
      }),
    ),
  ];
};

const same = (one: string, other: string | undefined): boolean => plain(one) === plain(other ?? '');
const plain = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
