import { isNodeFault, NodeFault } from '@potok/contracts';
import { computeLine, findUnit, findUnitByName, type UpdLine } from '@potok/documents';
import type { Line } from '../../src/schemas/line.js';

/** Lines of a deal as lines of the document. Throws what is wrong with a number, naming the line (invalid). */
export const linesOf = (lines: readonly Line[]): UpdLine[] => lines.map(lineOf);

const lineOf = (line: Line, index: number): UpdLine => {
  const sums = sumsOf(line, index);
  return {
    number: index + 1,
    name: line.name,
    kind: line.isService ? 'service' : 'goods',
    ...unitOf(line),
    ...(line.article === undefined ? {} : { article: line.article }),
    quantity: line.quantity,
    vatRate: line.vatRate,
    ...sums,
  };
};

/** ОКЕИ knows the name of a code and the code of most names; what it does not know is left to the checks. */
const unitOf = ({ unitCode, unitName }: Line): Pick<UpdLine, 'unitCode' | 'unitName'> => {
  const known = unitCode === undefined ? findUnitByName(unitName ?? '') : findUnit(unitCode);
  const code = known?.code ?? unitCode;
  const name = unitName ?? known?.name;
  return { ...(code === undefined ? {} : { unitCode: code }), ...(name === undefined ? {} : { unitName: name }) };
};

const sumsOf = (line: Line, index: number) => {
  const { quantity, vatRate, isVatIncluded } = line;
  try {
    return isVatIncluded
      ? computeLine({ quantity, vatRate, price: line.priceWithVat, mode: 'inside' })
      : computeLine({ quantity, vatRate, price: line.priceWithoutVat, mode: 'on-top' });
  } catch (error) {
    if (!isNodeFault(error)) throw error;
    throw new NodeFault(error.kind, error.code, {
      facts: { ...error.facts, line: index + 1, name: line.name, field: `/lines/${index}` },
      cause: error,
    });
  }
};
