import { audit } from './audit.js';
import { reconciliations } from './reconciliations.js';
import { settings } from './settings.js';

/** Words of the settings and of what is kept there: fetched with their page. */
export const ruOfSettings = { audit, reconciliations, settings };
