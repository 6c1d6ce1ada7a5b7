import type { EntityManager, ObjectLiteral } from 'typeorm';

/** Inserts one row; columns that are left out take the table's defaults. */
export const insertRow = async <Row extends ObjectLiteral>(
  db: EntityManager,
  table: new () => Row,
  row: Partial<Row>,
): Promise<void> => {
  await db.createQueryBuilder().insert().into(table).values(row).updateEntity(false).execute();
};
