/** Every object of a node is closed. */
export const closed = { additionalProperties: false } as const;

/** What the form shows at a field: its label, its help, and how it is edited. */
export const said = (title: string, description: string, ui?: Readonly<Record<string, unknown>>) => ({
  title,
  description,
  ...(ui === undefined ? {} : { ui }),
});
