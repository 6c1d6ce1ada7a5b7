import { NodeFault, type SignerService } from '@potok/contracts';
import { anOrganization } from './an-organization.js';
import { sha256Of } from './fake-blobs.js';

/** Signs at once like a software key; with `needsPerson` it leaves signing to somebody; with `fault` it refuses. */
export const fakeSigner = (how: { readonly needsPerson?: boolean; readonly fault?: string } = {}): SignerService => ({
  async sign({ certificateId, bytes }) {
    const signers = anOrganization().signers;
    const signer = signers.find((one) => certificateId === undefined || one.certificateId === certificateId);
    if (how.fault !== undefined) throw new NodeFault('invalid', how.fault, { facts: {} });
    if (signer === undefined) throw new NodeFault('invalid', 'SIGNER_NOT_FOUND', { facts: { certificateId } });
    if (how.needsPerson === true) return undefined;
    return { signature: new TextEncoder().encode(`signed ${sha256Of(bytes)}`), signer };
  },
});
