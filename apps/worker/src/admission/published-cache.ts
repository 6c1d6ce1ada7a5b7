import type { Published, PublishedRepository } from '@potok/persistence/engine';

const CAP = 500;

/**
 * What is published, remembered between admissions. It may be out of date: the statement that admits looks once more, and
 * then it is forgotten and read anew.
 */
export class PublishedCache {
  private readonly known = new Map<string, Published>();

  constructor(private readonly rows: Pick<PublishedRepository, 'find'>) {}

  async find(workspaceId: string, scenarioId: string): Promise<Published | undefined> {
    const key = `${workspaceId}/${scenarioId}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const found = await this.rows.find(workspaceId, scenarioId);
    if (found === undefined) return undefined;
    const oldest = this.known.keys().next().value;
    if (this.known.size >= CAP && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, found);
    return found;
  }

  forget(workspaceId: string, scenarioId: string): void {
    this.known.delete(`${workspaceId}/${scenarioId}`);
  }
}
