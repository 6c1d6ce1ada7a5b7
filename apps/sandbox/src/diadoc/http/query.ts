import { toBoxGuid } from '../ids.js';
import { DiadocError } from './diadoc-error.js';

/** The query of a call. Names in any letter case; a flag may stand without a value; lists are joined by commas or repeated. */
export class Query {
  private readonly values = new Map<string, string[]>();

  constructor(url: string) {
    const at = url.indexOf('?');
    if (at < 0) return;
    for (const [name, value] of new URLSearchParams(url.slice(at + 1))) {
      const key = name.toLowerCase();
      this.values.set(key, [...(this.values.get(key) ?? []), value]);
    }
  }

  /** Undefined when absent or empty. */
  find(name: string): string | undefined {
    const value = this.values.get(name.toLowerCase())?.[0];
    return value === '' ? undefined : value;
  }

  get(name: string): string {
    const value = this.find(name);
    if (value === undefined) throw new DiadocError(400, `Не указан параметр ${name}`);
    return value;
  }

  has(name: string): boolean {
    return this.values.has(name.toLowerCase());
  }

  flag(name: string): boolean {
    const value = this.values.get(name.toLowerCase())?.[0];
    return value !== undefined && !['false', '0', 'no'].includes(value.toLowerCase());
  }

  list(name: string): readonly string[] {
    return (this.values.get(name.toLowerCase()) ?? []).flatMap((value) => value.split(',')).filter(Boolean);
  }

  number(name: string, { fallback, min, max }: { fallback: number; min: number; max: number }): number {
    const text = this.find(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new DiadocError(400, `Параметр ${name} должен быть целым числом от ${min} до ${max}`);
    }
    return value;
  }

  box(name: string): string {
    const guid = toBoxGuid(this.get(name));
    if (!guid) throw new DiadocError(400, `Параметр ${name} не является идентификатором ящика`);
    return guid;
  }
}
