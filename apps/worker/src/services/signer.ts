import type { MasterKey } from '@potok/config';
import { NodeFault, type OrganizationProfile, type SignerProfile, type SignerService } from '@potok/contracts';
import { heavyTurn } from '@potok/node-sdk';
import type { OrganizationReader } from '@potok/persistence/engine';
import { openKey, signDetached, verifyDetached } from '@potok/signing';
import { profileById } from './organizations.js';

export interface SignerParts {
  readonly organizations: OrganizationReader;
  readonly keys: readonly MasterKey[];
  readonly workspaceId: string;
  readonly now: () => Date;
}

/** Signs with keys that the worker holds, and believes no signature that does not verify. */
export const signerService = (parts: SignerParts): SignerService => ({
  sign: async ({ organizationId, certificateId, bytes }) => {
    const organization = await profileById(parts.organizations, parts.workspaceId, organizationId);
    const signer = chooseSigner(organization, certificateId);
    // DSS, an operator's cloud and a plug-in need a person: the wait stays open.
    if (signer.provider !== 'software') return undefined;
    const key = await parts.organizations.findSigningKey(parts.workspaceId, signer.certificateId);
    if (key === undefined)
      throw new NodeFault('invalid', 'SIGNER_NOT_FOUND', { facts: { certificateId: signer.certificateId } });
    const signedAt = parts.now();
    if (key.not_after <= signedAt)
      throw new NodeFault('invalid', 'CERTIFICATE_EXPIRED', {
        facts: { notAfter: key.not_after.toISOString(), thumbprint: key.thumbprint },
      });
    if (key.inn !== null && key.inn !== organization.inn) {
      throw new NodeFault('invalid', 'CERTIFICATE_OF_OTHER_OWNER', {
        facts: { certificateInn: key.inn, organizationInn: organization.inn },
      });
    }
    const certificateDer = new Uint8Array(key.der);
    await heavyTurn(bytes.length);
    const signature = signDetached({
      bytes,
      certificateDer,
      privateKey: openKey(key.sealed, parts.keys, key.thumbprint),
      signedAt,
    });
    await heavyTurn(bytes.length);
    const verdict = verifyDetached({ bytes, signature, at: signedAt });
    if (verdict.findings.length > 0)
      throw new NodeFault('broken', 'SIGNATURE_NOT_ACCEPTED', {
        facts: { findings: verdict.findings.map(({ code }) => code) },
      });
    return { signature, signer };
  },
});

const chooseSigner = (organization: OrganizationProfile, certificateId: string | undefined): SignerProfile => {
  const found =
    certificateId === undefined
      ? organization.signers[0]
      : organization.signers.find((one) => one.certificateId === certificateId);
  if (found === undefined)
    throw new NodeFault('invalid', 'SIGNER_NOT_FOUND', {
      facts: { certificateId: certificateId ?? '', organizationId: organization.organizationId },
    });
  return found;
};
