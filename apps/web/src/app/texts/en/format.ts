import type { format as Source } from '../ru/format.js';

export const format: typeof Source = {
  ago: (age) => (age === 'now' ? 'just now' : `${age} ago`),
};
