import { NodeFault } from '@potok/contracts';
import { decodeXml, XML_LIMITS } from '../xml/read.js';
import { findingOf, type XmlFinding } from './xml-finding.js';

type Library = typeof import('libxml2-wasm');

/** A schema ready for use. It holds memory outside the JavaScript heap until `dispose`. */
export interface CompiledXsd {
  /** What the schema refuses, in the order of the file; empty when the document is valid. Never throws for a bad document. */
  check(bytes: Uint8Array): readonly XmlFinding[];
  dispose(): void;
}

/** The engine is 1 MB of wasm, so it is loaded at the first check and not with this library. */
const loadLibrary = (): Promise<Library> => import('libxml2-wasm');

/** Compiles an XSD. Throws XSD_BROKEN (broken) when the schema itself is wrong. */
export const compileXsd = async (schema: Uint8Array): Promise<CompiledXsd> => {
  const library = await loadLibrary();
  const validator = compile(library, schema);
  return {
    check: (bytes) => checkBytes(library, validator, bytes),
    dispose: () => {
      validator.dispose();
    },
  };
};

const compile = (library: Library, schema: Uint8Array): InstanceType<Library['XsdValidator']> => {
  let document: InstanceType<Library['XmlDocument']> | undefined;
  try {
    document = library.XmlDocument.fromBuffer(schema, optionsOf(library));
    return library.XsdValidator.fromDoc(document);
  } catch (cause) {
    throw new NodeFault('broken', 'XSD_BROKEN', { cause });
  } finally {
    document?.dispose();
  }
};

/** No network, no external entities, no huge mode: libxml2's own caps on depth and text stay in force. */
const optionsOf = ({ ParseOption }: Library) => ({
  option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG,
});

const checkBytes = (
  library: Library,
  validator: InstanceType<Library['XsdValidator']>,
  bytes: Uint8Array,
): readonly XmlFinding[] => {
  const refused = refuseUnread(bytes);
  if (refused !== undefined) return [refused];
  let document: InstanceType<Library['XmlDocument']> | undefined;
  try {
    document = library.XmlDocument.fromBuffer(bytes, optionsOf(library));
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof library.XmlLibError && error.details.length > 0)
      return error.details.slice(0, 100).map(findingOf);
    throw error;
  } finally {
    document?.dispose();
  }
};

/** What never reaches the parser: a giant, and anything with a DOCTYPE. */
const refuseUnread = (bytes: Uint8Array): XmlFinding | undefined => {
  if (bytes.byteLength > XML_LIMITS.sizeBytes) {
    return { code: 'XML_TOO_BIG', field: '', facts: { sizeBytes: bytes.byteLength, limitBytes: XML_LIMITS.sizeBytes } };
  }
  try {
    return decodeXml(bytes).includes('<!DOCTYPE') ? { code: 'XML_HAS_DTD', field: '', facts: {} } : undefined;
  } catch (error) {
    if (error instanceof NodeFault) return { code: error.code, field: '', facts: error.facts };
    throw error;
  }
};
