import { type Entity, isEmptyRef, type Line, linesOf, textAt } from '../base/entity.js';
import { type EntitySet, navigationName } from '../model/entity-set.js';
import { ODataError } from '../wire/odata-error.js';
import type { QueryOptions } from './options.js';
import { follow, type Scope } from './scope.js';

export type Projected = Readonly<Record<string, unknown>>;

const PRESENTATION = '____Presentation';

/** The properties that `$select` asks for and the objects that `$expand` puts in their place. */
export const project = (scope: Scope, options: Pick<QueryOptions, 'select' | 'expand'>): Projected => {
  const { set } = scope;
  if (!set) return scope.entity;
  const select = options.select.length === 0 ? ['*'] : options.select;
  const parts = select.map((name) => selected(scope, set, name));
  const expanded = options.expand.map((name) => expandOne(scope, set, name));
  return Object.fromEntries([...parts, ...expanded].flatMap((part) => Object.entries(part)));
};

const selected = (scope: Scope, set: EntitySet, name: string): Projected => {
  const plain = () => Object.fromEntries(set.props.map((prop) => [prop.name, scope.entity[prop.name]]));
  if (name === '*')
    return { ...plain(), ...Object.fromEntries(set.tables.map((one) => [one.name, scope.entity[one.name]])) };
  if (name === '**') return plain();
  if (name === 'Presentation') return { Presentation: presentation(scope.entity) };
  if (name.endsWith(PRESENTATION)) return presented(scope, set, name.slice(0, -PRESENTATION.length));
  const [first = '', second] = name.split('/');
  if (second !== undefined) return throughSlash(scope, set, [first, second]);
  const isThere = set.props.some((prop) => prop.name === name) || set.tables.some((table) => table.name === name);
  if (!isThere) throw ODataError.noProperty(name);
  return { [name]: scope.entity[name] };
};

/** `Товары/Цена` narrows lines; `Контрагент/ИНН` belongs to an expanded object and is taken with it. */
const throughSlash = (scope: Scope, set: EntitySet, [first, second]: readonly [string, string]): Projected => {
  const table = set.tables.find((one) => one.name === first);
  if (!table) return {};
  const known = ['Ref_Key', 'LineNumber', '*', ...table.props.map((prop) => prop.name)];
  if (!known.includes(second)) throw ODataError.noProperty(`${first}/${second}`);
  const lines = linesOf(scope.entity, first);
  return { [first]: second === '*' ? lines : lines.map((line) => ({ [second]: line[second] })) };
};

const presented = (scope: Scope, set: EntitySet, name: string): Projected => {
  const names = name === '*' ? set.props.map((prop) => navigationName(prop)) : [name];
  return Object.fromEntries(names.map((one) => [`${one}${PRESENTATION}`, presentationOf(scope, set, one)]));
};

const presentationOf = (scope: Scope, set: EntitySet, name: string): string => {
  const prop = set.props.find((one) => navigationName(one) === name || one.name === name);
  if (!prop) throw ODataError.noProperty(name);
  if (prop.ref === undefined) return plainText(scope.entity[prop.name]);
  const target = follow(scope, navigationName(prop));
  return target ? presentation(target.entity) : '';
};

/** A plain value as text. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Представление(): a description, else number and date. */
export const presentation = (entity: Entity | Line): string => {
  const number = textAt(entity, 'Number');
  if (number === '') return textAt(entity, 'Description');
  const [day = '', time = ''] = textAt(entity, 'Date').split('T');
  return `Реализация (акт, накладная, УПД) ${number} от ${day.split('-').reverse().join('.')} ${time}`;
};

const expandOne = (scope: Scope, set: EntitySet, path: string): Projected => {
  const [name = '', ...rest] = path.split('/');
  if (name === '*') {
    const names = set.props.flatMap((prop) => (prop.ref === undefined ? [] : [navigationName(prop)]));
    return Object.fromEntries(names.flatMap((one) => Object.entries(expandOne(scope, set, one))));
  }
  if (set.tables.some((table) => table.name === name)) throw ODataError.unsupported('расширение табличных частей');
  const target = follow(scope, name);
  if (!target) return { [name]: null };
  return { [name]: project(target, { select: [], expand: rest.length === 0 ? [] : [rest.join('/')] }) };
};

/** Addresses of the objects that references lead to, as minimal metadata has them. */
export const navigationLinks = (set: EntitySet, projected: Projected): Projected => {
  const key = projected.Ref_Key;
  if (typeof key !== 'string') return {};
  const links = set.props
    .filter((prop) => prop.ref !== undefined && !isEmptyRef(projected[prop.name]))
    .map((prop) => {
      const name = navigationName(prop);
      return [`${name}@navigationLinkUrl`, `${set.name}(guid'${key}')/${name}`] as const;
    });
  return Object.fromEntries(links);
};
