import { fetchedDialog } from '../page/fetched-dialog.js';
import type { PhoneMenuProps } from './phone-menu.js';

// Opened from every page, and by few of those who only look at it.
export const Palette = fetchedDialog(async () => (await import('./palette.js')).Palette);
export const PhoneMenu = fetchedDialog<PhoneMenuProps>(async () => (await import('./phone-menu.js')).PhoneMenu);
