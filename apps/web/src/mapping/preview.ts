import type { UpdView } from '@potok/documents';

/** Something that is wrong with a mapping, by the field that caused it. */
export interface FieldFinding {
  /** Target field, `*` for items; absent: of the whole. */
  readonly pointer?: string;
  readonly detail: string;
  readonly severity?: 'error' | 'warning';
}

/** What a mapping makes of a sample, as far as the node's own work is known. */
export interface MappingPreview {
  readonly document?: UpdView;
  readonly xml?: string;
  readonly findings: readonly FieldFinding[];
}

/** A sentence once a field, though a check, a rule and every line of a list say it. */
export const distinct = (findings: readonly FieldFinding[]): readonly FieldFinding[] => [
  ...new Map(findings.map((one) => [`${one.pointer ?? ''} ${one.detail}`, one])).values(),
];
