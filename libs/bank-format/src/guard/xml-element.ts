/** An element as readers see it: names without prefixes, namespaces by address, attributes by local name, children in order. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly line: number;
}

export type XmlNode = XmlElement | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The children of that name; without a name, all elements. */
export const elementsOf = (parent: XmlElement, name?: string): readonly XmlElement[] =>
  parent.children.filter((node): node is XmlElement => isElement(node) && (name === undefined || node.name === name));

/** The first element on the way down by these names. */
export function elementAt(parent: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  let here: XmlElement | undefined = parent;
  for (const name of names) here = here === undefined ? undefined : elementsOf(here, name)[0];
  return here;
}

/** Every element below (not the parent itself) that `wanted` picks, in the order of the text. */
export function descendantsOf(parent: XmlElement, wanted: (element: XmlElement) => boolean): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) => [...(wanted(child) ? [child] : []), ...descendantsOf(child, wanted)]);
}

/** All text below, as it stands. */
export const allText = (node: XmlNode): string => (isElement(node) ? node.children.map(allText).join('') : node);

/** The text of the element at these names, trimmed; null where there is none or it is blank. */
export function textAt(parent: XmlElement, ...names: readonly string[]): string | null {
  const found = elementAt(parent, ...names);
  const text = found === undefined ? '' : allText(found).trim();
  return text === '' ? null : text;
}
