import type { DocumentKind, SendOrder } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';

/** TypeNamedId of each kind of document, and of its исправление. */
const TYPES: Readonly<Record<DocumentKind, readonly [first: string, revision: string]>> = {
  upd: ['UniversalTransferDocument', 'UniversalTransferDocumentRevision'],
  ukd: ['UniversalCorrectionDocument', 'UniversalCorrectionDocumentRevision'],
  invoice: ['Invoice', 'InvoiceRevision'],
  act: ['XmlAcceptanceCertificate', 'XmlAcceptanceCertificate'],
  torg12: ['XmlTorg12', 'XmlTorg12'],
};

/**
 * The operator's name of a format's version. `utd970_05_03_01` is inferred from the published schema's name, the
 * successor of order 736 is not named publicly: what is wrong here is changed here.
 */
const VERSIONS: Readonly<Record<string, string>> = {
  'transfer 5.03': 'utd970_05_03_01',
  'transfer 5.02': 'utd970_05_02_01',
  'correction 5.01': 'ucd736_05_01_02',
};

/** How the operator calls a document of ours. Throws FORMAT_NOT_CARRIED (invalid) for a version that it has no name for. */
export const titleNames = (order: SendOrder): { readonly TypeNamedId: string; readonly Version: string } => {
  const [first, revision] = TYPES[order.kind];
  const family = order.kind === 'ukd' ? 'correction' : 'transfer';
  const version = VERSIONS[`${family} ${order.formatVersion}`];
  if (version === undefined)
    throw new NodeFault('invalid', 'FORMAT_NOT_CARRIED', {
      facts: { kind: order.kind, formatVersion: order.formatVersion },
    });
  return { TypeNamedId: order.isRevision ? revision : first, Version: version };
};
