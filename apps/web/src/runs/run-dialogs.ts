import { fetchedDialog } from '../page/fetched-dialog.js';
import type { CommandDialogProps } from './command-dialog.js';
import type { RerunDialogProps } from './rerun-dialog.js';

// Who only looks at runs needs neither these nor the fields in them.
export const CommandDialog = fetchedDialog<CommandDialogProps>(
  async () => (await import('./command-dialog.js')).CommandDialog,
);
export const RerunDialog = fetchedDialog<RerunDialogProps>(async () => (await import('./rerun-dialog.js')).RerunDialog);
