import { describe, expect, it } from '@jest/globals';

import { passes } from './filter.js';

const deal = {
  ID: '7',
  TITLE: 'Мебель для офиса',
  STAGE_ID: 'WON',
  COMPANY_ID: '0',
  OPPORTUNITY: '1000.00',
  DATE_MODIFY: '2026-11-24T12:00:00+03:00',
  UF_CRM_TASK: ['D_7', 'CO_2'],
};

describe('a filter of a list', () => {
  it.each([
    [{ ID: 7 }, true],
    [{ '>ID': '6', '<ID': '8' }, true],
    [{ '!ID': '7' }, false],
    [{ '@STAGE_ID': ['NEW', 'WON'] }, true],
    [{ STAGE_ID: { 0: 'NEW', 1: 'LOSE' } }, false],
    [{ '!@STAGE_ID': ['NEW'] }, true],
    [{ '%TITLE': 'офис' }, true],
    [{ '=%TITLE': 'Мебель%' }, true],
    [{ '%=TITLE': '%дом%' }, false],
    [{ '>=DATE_MODIFY': '2026-11-24T09:00:00Z' }, true],
    [{ '>DATE_MODIFY': '24.11.2026 12:00:00' }, false],
    [{ '>OPPORTUNITY': '999' }, true],
    [{ COMPANY_ID: '' }, true],
    [{ UF_CRM_TASK: 'D_7' }, true],
    [{ 0: { LOGIC: 'OR', 0: { ID: '1' }, 1: { STAGE_ID: 'WON' } } }, true],
  ])('%j is %s', (filter, expected) => {
    expect(passes(deal, filter)).toBe(expected);
  });
});
