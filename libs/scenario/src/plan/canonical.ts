import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Plan, Sha256 } from '@potok/contracts';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => byText(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** Orders by code units, never by locale: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** JSON with sorted keys and without blanks: the same value always gives the same text. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** A plan's name: sha256 of its canonical JSON, lower-case hex. */
export const planHashOf = (plan: Plan): Sha256 => bytesToHex(sha256(utf8ToBytes(canonicalJson(plan))));
