/** An XML element as plain data: what builders make, and what the reader gives. No namespaces: FNS formats have none. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data, exactly; empty for elements of elements. */
  readonly text: string;
}
