import type { XmlElement } from './element.js';

/** An element that is being read. What nobody asked for is noted in `unread`, with its path. */
export class In {
  private readonly asked = new Set<string>();
  private readonly entered = new Set<XmlElement>();
  constructor(
    private readonly element: XmlElement,
    private readonly path: string,
    private readonly unread: string[],
  ) {}

  get text(): string {
    return this.element.text;
  }

  attribute(name: string): string | undefined {
    this.asked.add(name);
    return this.element.attributes[name];
  }

  /** Reads the first child of the name; others of that name stay unread. */
  child<R>(name: string, read: (child: In) => R): R | undefined {
    const found = this.element.children.find((child) => child.name === name);
    return found === undefined ? undefined : this.enter(found, read);
  }

  children<R>(name: string, read: (child: In) => R): readonly R[] {
    return this.element.children.filter((child) => child.name === name).map((child) => this.enter(child, read));
  }

  /** Called when all steps have run. */
  finish(): void {
    for (const name of Object.keys(this.element.attributes)) if (!this.asked.has(name)) this.note(`@${name}`);
    for (const child of this.element.children) if (!this.entered.has(child)) this.note(child.name);
  }

  private enter<R>(child: XmlElement, read: (child: In) => R): R {
    this.entered.add(child);
    const inner = new In(child, `${this.path}/${child.name}`, this.unread);
    const result = read(inner);
    inner.finish();
    return result;
  }

  private note(name: string): void {
    if (this.unread.length < 100) this.unread.push(`${this.path}/${name}`);
  }
}
