import { audit } from './audit.js';
import { reconciliations } from './reconciliations.js';
import { settings } from './settings.js';

export const enOfSettings = { audit, reconciliations, settings };
