import { ODataError } from './odata-error.js';

export type Format = 'atom' | 'json-none' | 'json-minimal' | 'json-full';

/** `$format` wins over Accept; Atom is the default of 1С. */
export const readFormat = (format: string | undefined, accept: string | undefined): Format => {
  if (format !== undefined) return formatOf(format) ?? refuse(format);
  const asked = (accept ?? '').split(',').map(formatOf);
  return asked.find((one) => one !== undefined) ?? 'atom';
};

const refuse = (format: string): never => {
  throw new ODataError(3, `Запрошенный тип представления не поддерживается: "${format}"`);
};

const formatOf = (text: string): Format | undefined => {
  const [type = '', ...params] = text.toLowerCase().replaceAll(' ', '').split(';');
  if (type === 'atom' || type.startsWith('application/atom')) return 'atom';
  if (type !== 'json' && type !== 'application/json') return undefined;
  if (params.includes('odata=nometadata')) return 'json-none';
  return params.includes('odata=fullmetadata') ? 'json-full' : 'json-minimal';
};

export const jsonType = (format: Format): string => {
  const details = {
    atom: '',
    'json-none': 'nometadata',
    'json-minimal': 'minimalmetadata',
    'json-full': 'fullmetadata',
  };
  return `application/json;odata=${details[format]};charset=utf-8`;
};
