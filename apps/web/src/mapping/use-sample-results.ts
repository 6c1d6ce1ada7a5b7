import type { AnyManifest, JsonSchema, ScenarioNode } from '@potok/contracts';
import { runMappingOnce, type MappingFinding } from '@potok/scenario';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSpeech } from '../app/texts/use-texts.js';
import type { SampleData } from '../values/value-scope.js';
import { distinct, type FieldFinding } from './preview.js';
import { scopeOfSample } from './sample-scope.js';
import { sentenceFor } from './sentences.js';

export interface MappingSampleView {
  readonly id: string;
  readonly name: string;
  readonly data: SampleData;
}

/** What a mapping makes of one sample, told in sentences. */
export interface SampleResult {
  readonly value: unknown;
  readonly findings: readonly FieldFinding[];
}

/** Adds what the node's own work finds; absent for nodes whose work is not known here. */
export type Judge = (value: unknown) => readonly FieldFinding[];

interface Given {
  readonly params: ScenarioNode['params'];
  readonly schema: JsonSchema;
  readonly manifest: AnyManifest;
  readonly now: Date;
  readonly judge: Judge;
}

type Tell = (finding: MappingFinding) => FieldFinding;

const resultOf = (data: SampleData, { params, schema, now, judge }: Given, tell: Tell): SampleResult => {
  const { value, findings } = runMappingOnce(params, scopeOfSample(data, now), schema);
  const own = findings.map(tell);
  const told = new Set(own.map(({ pointer }) => pointer));
  // The node's rules say again what its schema has said of a field.
  return { value, findings: distinct([...own, ...judge(value).filter(({ pointer }) => !told.has(pointer))]) };
};

const useTell = (manifest: AnyManifest): Tell => {
  const { language } = useSpeech();
  return useMemo(
    () => (finding) => ({
      pointer: finding.target,
      detail: sentenceFor(finding, manifest, language),
      severity: 'error',
    }),
    [manifest, language],
  );
};

/** The chosen sample's result. It may be a keystroke behind: typing never waits for it. */
export const useSampleResult = (data: SampleData, given: Given): SampleResult => {
  const { schema, manifest, now, judge } = given;
  const tell = useTell(manifest);
  const params = useDeferredValue(given.params);
  return useMemo(
    () => resultOf(data, { params, schema, manifest, now, judge }, tell),
    [data, params, schema, manifest, now, judge, tell],
  );
};

const PAUSE_MS = 300;

/** The results of all saved samples, one after another once typing has paused; absent until they are there. */
export const useAllResults = (
  samples: readonly MappingSampleView[],
  { params, schema, manifest, now, judge }: Given,
): ReadonlyMap<string, SampleResult> => {
  const tell = useTell(manifest);
  const [results, setResults] = useState<ReadonlyMap<string, SampleResult>>(new Map());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const fresh = new Map<string, SampleResult>();
    const next = (index: number): void => {
      const sample = samples[index];
      if (sample === undefined) {
        setResults(fresh);
        return;
      }
      fresh.set(sample.id, resultOf(sample.data, { params, schema, manifest, now, judge }, tell));
      timer = setTimeout(() => next(index + 1), 0);
    };
    timer = setTimeout(() => next(0), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [samples, params, schema, manifest, now, judge, tell]);
  return results;
};
