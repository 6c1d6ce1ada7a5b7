import { describe, expect, it } from '@jest/globals';
import { schemaErrorsOf } from '../drawing/schema-check.js';
import { checkLiterals } from '../rules/literals.js';
import { Findings } from '../finding.js';
import { flowManifests } from './flow-manifests.js';

describe.each(flowManifests.map((manifest) => [manifest.id, manifest] as const))('%s', (_id, manifest) => {
  it('has closed schemas, words in both languages and a small square icon', () => {
    expect(manifest.input.additionalProperties).toBe(false);
    expect(manifest.output.additionalProperties).toBe(false);
    expect(manifest.title.ru).toMatch(/[а-яё]/i);
    expect(manifest.summary.ru).toMatch(/\.$/);
    expect(manifest.summary.en).toMatch(/\.$/);
    expect(manifest.icon).toMatch(/^<svg [^>]*viewBox="0 0 24 24"/);
    expect(manifest.icon.length).toBeLessThan(4096);
  });

  it('has examples that fit its schemas', () => {
    for (const { title, input, output } of manifest.examples) {
      const findings = new Findings();
      checkLiterals({ node: manifest.id, name: title, params: input }, manifest.input, findings);
      expect(findings.list()).toEqual([]);
      expect(output === undefined ? [] : schemaErrorsOf(manifest.output, output)).toEqual([]);
    }
  });
});
