import { compileXsd, type CompiledXsd } from './compile-xsd.js';
import type { XmlFinding } from './xml-finding.js';

/** Formats that this project has a schema for. */
export const XML_FORMATS = ['upd-seller', 'upd-buyer', 'izvpol', 'uvutoch'] as const;
export type XmlFormat = (typeof XML_FORMATS)[number];

/** Checks against any schema; compiles it for this one call. Throws XSD_BROKEN (broken). */
export const checkXml = async (bytes: Uint8Array, schema: Uint8Array): Promise<readonly XmlFinding[]> => {
  const compiled = await compileXsd(schema);
  try {
    return compiled.check(bytes);
  } finally {
    compiled.dispose();
  }
};

const compiled = new Map<XmlFormat, Promise<CompiledXsd>>();

/** Checks a title against our own schema of its format (xsd/). The compiled schemas are kept for the life of the process. */
export const checkTitle = async (bytes: Uint8Array, format: XmlFormat): Promise<readonly XmlFinding[]> => {
  const known = compiled.get(format) ?? compileOwn(format);
  compiled.set(format, known);
  return (await known.catch(forget(format))).check(bytes);
};

/** A schema or engine that failed to load (a browser offline) is asked for again next time. */
const forget =
  (format: XmlFormat) =>
  (cause: unknown): never => {
    compiled.delete(format);
    throw cause;
  };

const compileOwn = async (format: XmlFormat): Promise<CompiledXsd> => {
  const { XSD } = await import('./xsd.generated.js');
  return compileXsd(new TextEncoder().encode(XSD[format]));
};
