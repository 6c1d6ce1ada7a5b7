import type { AccountingLine } from '@potok/contracts';
import { refOf } from './find-party.js';
import { keyOf } from './key-of.js';
import { SETS } from './names.js';
import type { OData } from './odata.js';
import { quoted } from './odata-text.js';

export interface Goods {
  readonly goodsId: string;
  readonly unitId: string;
}

const KEY = ['Ref_Key'];
const LONGEST_NAME = 100;

/** Номенклатура of each line: by article where there is one, else by name; made, with its unit, when the base has none. */
export const findOrMakeGoods = async (
  odata: OData,
  lines: readonly AccountingLine[],
  signal: AbortSignal,
): Promise<readonly Goods[]> => {
  const units = new Map<string, string>();
  const goods = new Map<string, string>();
  const found: Goods[] = [];
  for (const line of lines) {
    const unitId = units.get(line.unitCode) ?? (await findOrMakeUnit(odata, line, signal));
    const name = JSON.stringify([line.article ?? '', line.name, line.isService]);
    const goodsId = goods.get(name) ?? (await findOrMakeOne(odata, { line, unitId }, signal));
    units.set(line.unitCode, unitId);
    goods.set(name, goodsId);
    found.push({ goodsId, unitId });
  }
  return found;
};

const findOrMakeUnit = async (odata: OData, line: AccountingLine, signal: AbortSignal): Promise<string> => {
  const filter = `Code eq ${quoted(line.unitCode)} and DeletionMark eq false`;
  const found = refOf((await odata.list(SETS.units, { filter, select: KEY, top: 1 }, signal))[0]);
  if (found !== undefined) return found;
  const id = keyOf('unit', line.unitCode);
  await odata.create(SETS.units, { Ref_Key: id, Code: line.unitCode, Description: line.unitName }, signal);
  return id;
};

const findOrMakeOne = async (
  odata: OData,
  { line, unitId }: { readonly line: AccountingLine; readonly unitId: string },
  signal: AbortSignal,
): Promise<string> => {
  const name = line.name.slice(0, LONGEST_NAME);
  const same = line.article === undefined ? `Description eq ${quoted(name)}` : `Артикул eq ${quoted(line.article)}`;
  const filter = `${same} and Услуга eq ${line.isService} and IsFolder eq false and DeletionMark eq false`;
  const found = refOf((await odata.list(SETS.goods, { filter, select: KEY, top: 1 }, signal))[0]);
  if (found !== undefined) return found;
  const id = keyOf('goods', line.article ?? '', name, line.isService ? 'service' : 'goods');
  const fields = {
    Ref_Key: id,
    Description: name,
    НаименованиеПолное: line.name,
    Артикул: line.article ?? '',
    ЕдиницаИзмерения_Key: unitId,
    Услуга: line.isService,
  };
  await odata.create(SETS.goods, fields, signal);
  return id;
};
