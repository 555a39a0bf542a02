import fc from 'fast-check';
import { refusalCode } from '../../test/refusal-code';
import { readJson, type JsonNode } from './read-json';
import { readXml } from './read-xml';
import { allText, elementAt, elementsOf, textAt } from './xml-element';

describe('readXml', () => {
  it('knows elements by local name and namespace, and attributes by local name', async () => {
    const root = await readXml('<q:a xmlns:q="urn:q" q:x="1" xml:lang="de"><q:b>one &amp; <![CDATA[<two>]]></q:b></q:a>');
    expect([root.name, root.namespace, root.attributes.get('x'), root.attributes.get('xml:lang')]).toEqual(['a', 'urn:q', '1', 'de']);
    expect(textAt(root, 'b')).toBe('one & <two>');
    expect(elementAt(root, 'b', 'c')).toBeUndefined();
  });

  it('hands over elements one by one and forgets them', async () => {
    const taken: string[] = [];
    const root = await readXml('<a><b>1</b><c><b>2<b>inner</b></b></c></a>', {
      each: 'b',
      take: (element) => void taken.push(allText(element)),
    });
    expect(taken).toEqual(['1', '2inner']);
    expect(elementsOf(root).map(({ name, children }) => [name, children.length])).toEqual([['c', 0]]);
  });

  it.each([
    ['<!DOCTYPE a><a/>', 'XML_DTD_FORBIDDEN'],
    ['<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]><a>&x;</a>', 'XML_DTD_FORBIDDEN'],
    ['<a>&nbsp;</a>', 'XML_NOT_WELL_FORMED'],
    ['<a><b></a>', 'XML_NOT_WELL_FORMED'],
    ['<a>\u0001</a>', 'XML_NOT_WELL_FORMED'],
    ['<a/><a/>', 'XML_NOT_WELL_FORMED'],
    ['<p:a/>', 'XML_NOT_WELL_FORMED'],
    ['', 'XML_NOT_WELL_FORMED'],
    ['<a>'.repeat(201), 'XML_TOO_DEEP'],
  ])('refuses %j', async (text, code) => {
    expect(await refusalCode(() => readXml(text))).toBe(code);
  });

  it('names line and column', async () => {
    await expect(readXml('<a>\n  <b>\n</a>')).rejects.toMatchObject({ faults: [{ place: { line: 3 } }] });
  });
});

/** The value as JSON.parse would give it. */
function plain(node: JsonNode): unknown {
  if (node instanceof Map)
    return Object.fromEntries([...(node as ReadonlyMap<string, JsonNode>)].map(([name, value]) => [name, plain(value)]));
  return Array.isArray(node) ? (node as readonly JsonNode[]).map(plain) : node;
}

describe('readJson', () => {
  it('reads what JSON.stringify writes as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        const text = JSON.stringify(value, null, indent);
        expect(plain(readJson(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('takes __proto__ for a name like any other', () => {
    const read = readJson('{"__proto__": {"isAdmin": true}}') as ReadonlyMap<string, JsonNode>;
    expect(read.has('__proto__')).toBe(true);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each([
    ['', 'JSON_NOT_WELL_FORMED'],
    ['{"a":1,}', 'JSON_NOT_WELL_FORMED'],
    ["{'a':1}", 'JSON_NOT_WELL_FORMED'],
    ['[01]', 'JSON_NOT_WELL_FORMED'],
    ['[1] 2', 'JSON_NOT_WELL_FORMED'],
    ['"\\x"', 'JSON_NOT_WELL_FORMED'],
    ['"\\u12"', 'JSON_NOT_WELL_FORMED'],
    ['"a\nb"', 'JSON_NOT_WELL_FORMED'],
    ['nul', 'JSON_NOT_WELL_FORMED'],
    ['{"a":1,"a":2}', 'JSON_DUPLICATE_KEY'],
    ['['.repeat(66), 'JSON_TOO_DEEP'],
    ['['.repeat(1_000_000), 'JSON_TOO_DEEP'],
  ])('refuses %.20j', async (text, code) => {
    expect(await refusalCode(() => readJson(text))).toBe(code);
  });
});
