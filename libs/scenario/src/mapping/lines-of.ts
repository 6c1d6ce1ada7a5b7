import { idsInFormula, idsInText, listIdOf } from './path-ids.js';
import { mappedPlaces, type MappedPlace } from './mapped-places.js';

/** A line from where data comes to the field that it fills. */
export interface MappingLine {
  /** Id of the source: `/steps/deal/buyer`. */
  readonly source: string;
  /** Pointer of the field, `*` for items. */
  readonly target: string;
  /** `whole`: handed on as it is; `part`: one of what a formula or a text is made of; `loop`: walked item by item. */
  readonly how: 'whole' | 'part' | 'loop';
}

const linesAt = ({ target, dynamic, names }: MappedPlace): readonly MappingLine[] => {
  switch (dynamic.kind) {
    case 'cel': {
      const { ids, isWhole } = idsInFormula(dynamic.text, names);
      return ids.map((source) => ({ source, target, how: isWhole ? 'whole' : 'part' }));
    }
    case 'tpl':
      return idsInText(dynamic.text, names).map((source) => ({ source, target, how: 'part' }));
    case 'each': {
      const source = listIdOf(dynamic.list, names);
      if (source !== undefined) return [{ source, target, how: 'loop' }];
      return idsInFormula(dynamic.list, names).ids.map((id) => ({ source: id, target, how: 'loop' }));
    }
  }
};

/** Which source feeds which field, out of formulas, texts and loops; the same pair once. */
export const linesOf = (params: unknown): readonly MappingLine[] => {
  const lines = new Map<string, MappingLine>();
  for (const line of mappedPlaces(params).flatMap(linesAt)) lines.set(`${line.source} ${line.target}`, line);
  return [...lines.values()];
};
