import { DOOR_LIMITS } from './door-limits';
import type { DoorPlace } from './door-fault';
import { refuseFile } from './refusal';

/** A value of a JSON text. Objects are maps, so that no name of a member can mean anything to the language. */
export type JsonNode = string | number | boolean | null | readonly JsonNode[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonNode>;

/**
 * A JSON text (RFC 8259) as maps and lists. Refused: whatever is not well-formed, with line and column; names that occur twice in
 * one object; nesting and numbers of values beyond the limits.
 */
export function readJson(text: string, place: DoorPlace = {}): JsonNode {
  return new JsonReading(text, place).whole();
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANK = /[ \t\r\n]*/y;

const PLAIN = /[^"\\\u0000-\u001f]*/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class JsonReading {
  private at = 0;
  private nodes = 0;

  constructor(
    private readonly text: string,
    private readonly place: DoorPlace,
  ) {}

  whole(): JsonNode {
    const value = this.value(0);
    this.match(BLANK);
    if (this.at < this.text.length) this.fail('there is something after the end of the value');
    return value;
  }

  private value(depth: number): JsonNode {
    if (depth > DOOR_LIMITS.json.depth) this.refuse('JSON_TOO_DEEP', `Values are nested deeper than ${DOOR_LIMITS.json.depth}.`);
    this.nodes += 1;
    if (this.nodes > DOOR_LIMITS.json.nodes) this.refuse('TOO_LARGE', `The file has more than ${DOOR_LIMITS.json.nodes} values.`);
    this.match(BLANK);
    const first = this.text[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.list(depth);
    if (first === '"') return this.string();
    const word = WORDS.find(([spelling]) => this.text.startsWith(spelling, this.at));
    if (word !== undefined) {
      this.at += word[0].length;
      return word[1];
    }
    const number = this.match(NUMBER);
    if (number === '') this.fail(first === undefined ? 'the text ends too early' : 'a value is expected here');
    return Number(number);
  }

  private object(depth: number): JsonObject {
    const members = new Map<string, JsonNode>();
    this.at += 1;
    if (this.takes('}')) return members;
    do {
      this.match(BLANK);
      if (this.text[this.at] !== '"') this.fail('the name of a member is expected here, in double quotes');
      const name = this.string();
      if (members.has(name)) this.refuse('JSON_DUPLICATE_KEY', `The name "${name.slice(0, 60)}" occurs twice in one object.`);
      if (!this.takes(':')) this.fail('a colon is expected here');
      members.set(name, this.value(depth + 1));
    } while (this.takes(','));
    if (!this.takes('}')) this.fail('a comma or the end of the object is expected here');
    return members;
  }

  private list(depth: number): readonly JsonNode[] {
    const entries: JsonNode[] = [];
    this.at += 1;
    if (this.takes(']')) return entries;
    do entries.push(this.value(depth + 1));
    while (this.takes(','));
    if (!this.takes(']')) this.fail('a comma or the end of the list is expected here');
    return entries;
  }

  private string(): string {
    this.at += 1;
    let text = this.match(PLAIN);
    while (this.text[this.at] === '\\') {
      text += this.escape();
      text += this.match(PLAIN);
    }
    if (this.text[this.at] !== '"') this.fail('a text is not closed, or holds a line end');
    this.at += 1;
    return text;
  }

  private escape(): string {
    const kind = this.text[this.at + 1] ?? '';
    if (kind === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('four hexadecimal digits are expected here');
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meaning = Object.hasOwn(ESCAPES, kind) ? ESCAPES[kind] : undefined;
    if (meaning === undefined) this.fail('there is no such escape');
    this.at += 2;
    return meaning as string;
  }

  private takes(mark: string): boolean {
    this.match(BLANK);
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private fail(why: string): never {
    return this.refuse('JSON_NOT_WELL_FORMED', `The file is not well-formed: ${why}.`);
  }

  private refuse(code: 'JSON_NOT_WELL_FORMED' | 'JSON_TOO_DEEP' | 'JSON_DUPLICATE_KEY' | 'TOO_LARGE', message: string): never {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    const column = this.at - before.lastIndexOf('\n');
    return refuseFile(code, message, 'Export it anew, or mend that place.', { ...this.place, line, column });
  }
}
