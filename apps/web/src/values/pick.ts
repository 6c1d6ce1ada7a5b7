import type { JsonSchema } from '@potok/contracts';

/** A field of the source tree, ready to be put somewhere. */
export interface PickedPath {
  /** The CEL path, with `.?` where the field may be absent. */
  readonly path: string;
  /** What stands between the braces of a template. */
  readonly tpl: string;
  /** In place of `path` in a field that takes text only. */
  readonly celText?: string;
  /** In place of `{{tpl}}`, where one place is not enough. */
  readonly text?: string;
  /** Absent when it was dragged in from another tab. */
  readonly schema?: JsonSchema;
}

/** What is put into a text. */
export const templateText = ({ tpl, text }: PickedPath): string => text ?? `{{${tpl}}}`;

/** The formula that is put into a field. */
export const formulaText = ({ path, celText }: PickedPath, field: JsonSchema | undefined): string =>
  field?.type === 'string' ? (celText ?? path) : path;

/** Under this type a dragged field travels as JSON `{ path, tpl }`. */
export const PATH_MEDIA_TYPE = 'application/x-potok-path';

/** Remembers which field a click in the tree goes to: the one that was entered last. */
export class Picker {
  private target: { readonly key: unknown; readonly insert: (picked: PickedPath) => void } | undefined;

  enter(key: unknown, insert: (picked: PickedPath) => void): void {
    this.target = { key, insert };
  }

  leave(key: unknown): void {
    if (this.target?.key === key) this.target = undefined;
  }

  /** False when no field has been entered. */
  pick(picked: PickedPath): boolean {
    this.target?.insert(picked);
    return this.target !== undefined;
  }
}

export const readPicked = (data: Pick<DataTransfer, 'getData'>): PickedPath | undefined => {
  try {
    const { path, tpl } = JSON.parse(data.getData(PATH_MEDIA_TYPE)) as { path?: unknown; tpl?: unknown };
    return typeof path === 'string' && typeof tpl === 'string' ? { path, tpl } : undefined;
  } catch {
    return undefined;
  }
};
