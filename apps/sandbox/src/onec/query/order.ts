import { ODataError } from '../wire/odata-error.js';
import { orderOf } from './evaluate.js';
import { type Scope, valueAt } from './scope.js';

interface OrderKey {
  readonly steps: readonly string[];
  readonly sign: 1 | -1;
}

/** `Контрагент/ИНН asc, Date desc`. */
export const sortScopes = (scopes: readonly Scope[], orderBy: string): readonly Scope[] => {
  const keys = orderBy.split(',').map(orderKey);
  return [...scopes].sort((one, other) => {
    for (const { steps, sign } of keys) {
      const order = orderOf(valueAt(one, steps), valueAt(other, steps));
      if (order !== 0) return sign * order;
    }
    return 0;
  });
};

const orderKey = (text: string): OrderKey => {
  const [path = '', direction = 'asc', ...rest] = text.trim().split(/\s+/);
  if (path === '' || rest.length > 0 || !['asc', 'desc'].includes(direction.toLowerCase()))
    throw ODataError.badOption('$orderby', `непонятное "${text.trim()}"`);
  return { steps: path.split('/'), sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
};
