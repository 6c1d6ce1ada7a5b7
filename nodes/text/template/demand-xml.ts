import { SaxesParser } from 'saxes';
import { NodeFault } from '@potok/contracts';

/** Throws XML_NOT_WELL_FORMED (invalid) with the place of the first mistake; a DOCTYPE is one. */
export const demandXml = (text: string): void => {
  const parser = new SaxesParser();
  const stop = (technical: string): never => {
    throw new NodeFault('invalid', 'XML_NOT_WELL_FORMED', {
      facts: { line: parser.line, column: parser.column },
      cause: new Error(technical),
    });
  };
  parser.on('error', (error) => stop(error.message));
  parser.on('doctype', () => stop('DOCTYPE'));
  parser.write(text).close();
};
