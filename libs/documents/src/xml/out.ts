import type { XmlElement } from './element.js';

/** An element that is being written. */
export class Out {
  readonly attributes: Record<string, string> = {};
  readonly children: XmlElement[] = [];
  constructor(readonly name: string) {}
  get isEmpty(): boolean {
    return this.children.length === 0 && Object.keys(this.attributes).length === 0;
  }
  element(): XmlElement {
    return { name: this.name, attributes: this.attributes, children: this.children, text: '' };
  }
}

/** An element of text alone. */
export const leaf = (name: string, text: string): XmlElement => ({ name, attributes: {}, children: [], text });

/** An element around one other. */
export const wrap = (name: string, child: XmlElement): XmlElement => ({
  name,
  attributes: {},
  children: [child],
  text: '',
});
