import { elementsOf, descendantsOf, type XmlElement } from '../../guard/xml-element';

const camel = (kebab: string): string => kebab.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The name of an element as version 2 writes it: `qti-item-body` and `itemBody` are the same. */
export const qtiName = ({ name }: XmlElement): string => (name.startsWith('qti-') ? camel(name.slice('qti-'.length)) : name);

/** An attribute by its name in version 2, in either spelling. */
export const qtiAttribute = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.get(name) ?? attributes.get(kebab(name));

/** Children of that name of version 2. */
export const qtiChildren = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(parent).filter((child) => qtiName(child) === name);

/** Elements below of that name of version 2. */
export const qtiDescendants = (parent: XmlElement, name: string): readonly XmlElement[] =>
  descendantsOf(parent, (element) => qtiName(element) === name);

/** What a file of QTI 2 or 3 is, by its root. */
export const isItem = (root: XmlElement): boolean => qtiName(root) === 'assessmentItem';
export const isTest = (root: XmlElement): boolean => qtiName(root) === 'assessmentTest';

/** `3.0`, `2.2`, `2.1` by namespace; 2.x where it says no more. */
export function qtiVersion({ namespace, name }: XmlElement): string {
  if (name.startsWith('qti-')) return '3.0';
  return /imsqti_v2p2/.test(namespace) ? '2.2' : /imsqti_v2p1/.test(namespace) ? '2.1' : /imsqti_v2p0/.test(namespace) ? '2.0' : '2.x';
}
