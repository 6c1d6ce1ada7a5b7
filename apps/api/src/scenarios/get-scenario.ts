import { ScenarioRepository, type ScenarioRow } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../problems/refusal.js';

/** Throws SCENARIO_NOT_FOUND. */
export const getScenario = async (tx: EntityManager, id: string): Promise<ScenarioRow> => {
  const row = await new ScenarioRepository(tx).find(id);
  if (row === undefined) throw new Refusal('not-found', 'SCENARIO_NOT_FOUND', { facts: { id } });
  return row;
};
