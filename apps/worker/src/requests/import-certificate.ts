import { openSecret, type MasterKey } from '@potok/config';
import { NodeFault } from '@potok/contracts';
import type { CertificateStore, OrganizationReader, RequestRow } from '@potok/persistence/engine';
import { parseCertificate, sealKey, signDetached, verifyDetached, type CertificateFacts } from '@potok/signing';
import { newId } from '../services/new-id.js';
import { profileById } from '../services/organizations.js';
import type { RequestHandler } from './requests-duty.js';

export interface ImportParts {
  readonly certificates: CertificateStore;
  readonly organizations: OrganizationReader;
  readonly keys: readonly MasterKey[];
  readonly now: () => Date;
}

const PROBE = new TextEncoder().encode('potok');

/** Reads a signer's certificate, compares it with the organization and, where a key came with it, tries the two together. */
export const importCertificateHandler =
  (parts: ImportParts): RequestHandler =>
  async (workspaceId, request) => {
    const order = orderOf(request);
    const organization = await profileById(parts.organizations, workspaceId, order.organizationId);
    const facts = readFacts(order.certificate);
    if (facts.notAfter <= parts.now())
      throw new NodeFault('invalid', 'CERTIFICATE_EXPIRED', {
        facts: { notAfter: facts.notAfter.toISOString(), thumbprint: facts.thumbprint },
      });
    const inn = facts.innLegal ?? facts.inn;
    if (inn !== undefined && inn !== organization.inn) {
      throw new NodeFault('invalid', 'CERTIFICATE_OF_OTHER_OWNER', {
        facts: { certificateInn: inn, organizationInn: organization.inn },
      });
    }
    const key =
      order.keySealed === undefined ? undefined : openSecret(order.keySealed, parts.keys, `request:${request.id}`);
    if (key !== undefined) refuseOtherKey(order.certificate, key, parts.now());
    const id = await parts.certificates.put(workspaceId, {
      id: newId(),
      auditId: newId(),
      who: request.created_by,
      organizationId: order.organizationId,
      person: facts.person ?? { lastName: facts.commonName ?? facts.subject, firstName: '' },
      position: facts.position,
      inn,
      thumbprint: facts.thumbprint,
      der: order.certificate,
      notBefore: facts.notBefore,
      notAfter: facts.notAfter,
      provider: order.provider,
      // A key that lies in our database is no certified means of signing, whoever issued the certificate.
      isTest: key !== undefined,
      keySealed: key === undefined ? undefined : sealKey(key, parts.keys, facts.thumbprint),
    });
    return { certificateId: id };
  };

interface Order {
  readonly organizationId: string;
  readonly certificate: Uint8Array;
  readonly provider: string;
  readonly keySealed: Uint8Array | undefined;
}

const orderOf = ({ body }: RequestRow): Order => {
  const text = (field: string): string => {
    const value = body[field];
    if (typeof value !== 'string') throw new NodeFault('broken', 'REQUEST_MALFORMED', { facts: { field } });
    return value;
  };
  const bytes = (field: string) => new Uint8Array(Buffer.from(text(field), 'base64'));
  return {
    organizationId: text('organizationId'),
    certificate: bytes('certificate'),
    provider: text('provider'),
    keySealed: body['keySealed'] === undefined ? undefined : bytes('keySealed'),
  };
};

const readFacts = (der: Uint8Array): CertificateFacts => {
  try {
    return parseCertificate(der);
  } catch (error) {
    throw new NodeFault('invalid', 'CERTIFICATE_UNREADABLE', { cause: error });
  }
};

/** A signature by the key must verify with the certificate. */
const refuseOtherKey = (certificateDer: Uint8Array, privateKey: Uint8Array, at: Date): void => {
  try {
    const signature = signDetached({ bytes: PROBE, certificateDer, privateKey, signedAt: at });
    if (verifyDetached({ bytes: PROBE, signature, at, needsPolicy: false }).signer !== undefined) return;
  } catch (error) {
    throw new NodeFault('invalid', 'KEY_NOT_OF_CERTIFICATE', { cause: error });
  }
  throw new NodeFault('invalid', 'KEY_NOT_OF_CERTIFICATE');
};
