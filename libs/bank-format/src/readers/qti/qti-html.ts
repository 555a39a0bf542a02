import { isElement, type XmlElement, type XmlNode } from '../../guard/xml-element';
import { escapedXml } from '../../writers/xml-text';
import { qtiAttribute, qtiName } from './qti-names';

/** Parts of a body that are not for everybody to read, or not for reading at all. */
const NOT_SHOWN = new Set(
  'rubricBlock feedbackBlock feedbackInline modalFeedback templateBlock templateInline stylesheet catalogInfo companionMaterialsInfo infoControl printedVariable'.split(
    ' ',
  ),
);
const isInteraction = (name: string): boolean => name.endsWith('Interaction');

/**
 * A part of an item as HTML, as far as everybody may read it: rubric blocks, feedback and templates are left out, interactions too
 * (`prompt` and choices are read apart). Objects that are images become images; other objects leave what stands in for them.
 */
export function qtiHtml(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => (isElement(node) ? elementHtml(node) : escapedXml(node))).join('');
}

function elementHtml(element: XmlElement): string {
  const name = qtiName(element);
  if (NOT_SHOWN.has(name) || isInteraction(name) || name === 'prompt') return isInteraction(name) ? ' ' : '';
  const inside = qtiHtml(element.children);
  if (name === 'object' || name === 'img') return pictureHtml(element, name, inside);
  if (name === 'math') return ` ${inside.replace(/\s+/g, ' ').trim()} `;
  if (name === 'a') return `<a href="${escapedXml(element.attributes.get('href') ?? '')}">${inside}</a>`;
  if (!/^[a-z][a-z0-9]*$/.test(name) || element.name.startsWith('qti-')) return inside;
  return name === 'br' || name === 'hr' ? `<${name}>` : `<${name}>${inside}</${name}>`;
}

function pictureHtml(element: XmlElement, name: string, inside: string): string {
  const address = element.attributes.get(name === 'img' ? 'src' : 'data') ?? '';
  const isImage = name === 'img' || (qtiAttribute(element, 'type') ?? '').startsWith('image/');
  if (!isImage || address === '') return inside;
  return `<img src="${escapedXml(address)}" alt="${escapedXml(element.attributes.get('alt') ?? '')}">${inside}`;
}
