import { Type as t } from '@sinclair/typebox';

/** The parts that every schema here is made of. Descriptions are Russian: the editor's mapping shows them. */
export const closed = { additionalProperties: false } as const;
export const text = (description: string, maxLength: number) => t.String({ minLength: 1, maxLength, description });
export const decimal = (description: string) => t.String({ format: 'decimal', description });
export const legalDate = (description: string) => t.String({ format: 'date', description });
