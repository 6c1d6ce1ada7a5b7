interface Asked<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

const MOST = 50;

/**
 * Gathers what is asked for while an earlier question of the same group is under way, and asks it as one: a busy hour pays
 * one round trip and one commit for many. Answers stand in the order of the items. When a question about several fails,
 * each is asked alone, so that one bad item spoils no other.
 */
export class Gathered<Item, Answer> {
  private readonly waiting = new Map<string, Asked<Item, Answer>[]>();
  private readonly busy = new Set<string>();

  constructor(private readonly ask: (group: string, items: readonly Item[]) => Promise<readonly Answer[]>) {}

  one(group: string, item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = { item, resolve, reject };
      const waiting = this.waiting.get(group);
      if (waiting === undefined) this.waiting.set(group, [asked]);
      else waiting.push(asked);
      if (this.busy.has(group)) return;
      this.busy.add(group);
      // What comes in the same turn of the event loop goes along.
      setImmediate(() => void this.drain(group));
    });
  }

  private async drain(group: string): Promise<void> {
    for (;;) {
      const batch = this.waiting.get(group)?.splice(0, MOST) ?? [];
      if (batch.length === 0) break;
      await this.settle(group, batch);
    }
    this.waiting.delete(group);
    this.busy.delete(group);
  }

  private async settle(group: string, batch: readonly Asked<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.ask(
        group,
        batch.map(({ item }) => item),
      );
      batch.forEach(({ resolve }, index) => {
        resolve(answers[index] as Answer);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else await Promise.all(batch.map((asked) => this.settle(group, [asked])));
    }
  }
}
