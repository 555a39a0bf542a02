/** A text inside XML, as text or in an attribute with double quotes. Characters that XML cannot hold are left out. */
export const escapedXml = (text: string): string =>
  text

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** A text as CDATA, also when it holds the mark that ends one. */
export const cdata = (text: string): string => `<![CDATA[${text.replace(/]]>/g, ']]]]><![CDATA[>')}]]>`;

/** What stands in an element: text, which is escaped, or elements that are made already. */
export type XmlContent = string | readonly XmlPiece[];

/** A piece of XML that is made already, so that it is not escaped again. */
export interface XmlPiece {
  readonly xml: string;
}

/** An element with attributes in the given order; those that are undefined are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>> = {}, content?: XmlContent): XmlPiece {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapedXml(value)}"`]))
    .join('');
  const inside = content === undefined ? '' : typeof content === 'string' ? escapedXml(content) : content.map(({ xml }) => xml).join('');
  return { xml: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

/** Markup that is well-formed already. */
export const markup = (xml: string): XmlPiece => ({ xml });

/** A whole document: declaration, root, final line end. */
export const xmlDocument = (root: XmlPiece): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
