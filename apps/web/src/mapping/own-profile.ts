import type { CertificateView, OrganizationProfile, OrganizationView, SignerProfile } from '@potok/contracts';

const REGIMES = ['osno', 'usn', 'usn-vat-5', 'usn-vat-7', 'psn', 'npd'] as const;

const PROVIDERS = ['software', 'dss', 'operator-cloud', 'browser'] as const;

const regimeOf = (name: string): OrganizationProfile['taxRegime'] => REGIMES.find((one) => one === name) ?? 'osno';

const signerOf = ({ id, owner, position, ...view }: CertificateView): SignerProfile => {
  const [lastName = owner, firstName = '', ...rest] = owner.split(/\s+/);
  const middleName = rest.join(' ');
  return {
    certificateId: id,
    person: { lastName, firstName, ...(middleName === '' ? {} : { middleName }) },
    ...(position === undefined ? {} : { position }),
    thumbprint: view.thumbprint,
    provider: PROVIDERS.find((one) => one === view.provider) ?? 'software',
    notAfter: view.notAfter,
    isTest: view.isTest,
  };
};

/** An own organization as documents know it. */
export const profileOf = ({ id, signers, taxRegime, ...view }: OrganizationView): OrganizationProfile => ({
  ...view,
  organizationId: id,
  taxRegime: regimeOf(taxRegime),
  boxes: view.boxes.map(({ system, boxId, fnsParticipantId }) => ({ system, boxId, fnsParticipantId })),
  signers: signers.map(signerOf),
});

/** Stands for the seller while nobody has said who it is: the document is shown with an empty place. */
export const nobody: OrganizationProfile = {
  organizationId: '',
  kind: 'legal',
  name: '',
  inn: '',
  taxRegime: 'osno',
  timeZone: 'Europe/Moscow',
  boxes: [],
  signers: [
    {
      certificateId: '',
      person: { lastName: '', firstName: '' },
      thumbprint: '',
      provider: 'software',
      notAfter: '',
      isTest: true,
    },
  ],
};
