import type { EntityManager, ObjectLiteral } from 'typeorm';

/** Changes the named columns of one row. */
export const changeRow = async <Row extends ObjectLiteral & { id: string }>(
  db: EntityManager,
  table: new () => Row,
  { id, ...change }: Partial<Row> & { id: string },
): Promise<void> => {
  await db
    .createQueryBuilder()
    .update(table)
    .set(change as Partial<Row>)
    .where('id = :id', { id })
    .execute();
};
