/** Why a command cannot run: one sentence for people. */
export class CannotRun extends Error {}
