import { parseValue, type ValueNode } from 'graphql';
import { boundedJson, jsonLimits, JsonScalar } from './json-scalar';

const nested = (levels: number): unknown => (levels === 0 ? 'leaf' : [nested(levels - 1)]);

describe('JSON from outside', () => {
  it('is taken as it is within the limits', () => {
    const value = { a: [1, -2.5, true, null, 'ü'], b: { c: {} } };
    expect(boundedJson(value)).toBe(value);
    expect(() => boundedJson(nested(jsonLimits.depth))).not.toThrow();
  });

  it.each([
    ['deeper', nested(jsonLimits.depth + 1)],
    ['values', Array.from({ length: jsonLimits.entries }, () => 0)],
    ['characters', ['x'.repeat(jsonLimits.characters), 'y']],
    ['characters', { ['k'.repeat(jsonLimits.characters + 1)]: 1 }],
  ])('is refused where there is too much of it: %s', (word, value) => {
    expect(() => boundedJson(value)).toThrow(word);
  });

  it('is read from text in the operation, variables included', () => {
    const read = (text: string, variables?: Record<string, unknown>): unknown =>
      new JsonScalar().parseLiteral(parseValue(text) as ValueNode, variables);
    expect(JSON.stringify(read('{ a: [1, "b", null], c: $v }', { v: { d: true } }))).toBe('{"a":[1,"b",null],"c":{"d":true}}');
    expect(read('null')).toBeNull();
  });
});
