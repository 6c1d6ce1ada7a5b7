/** The text of src/schema/xsd.generated.ts as it should be now. */
export function generateXsd(): string;
export const generatedXsdPath: string;
