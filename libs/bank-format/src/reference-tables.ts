import { bankFileSchema } from './bank-schema';
import { ALL_RULES } from './lint/rules';

/** Every rule of the linter as a table of Markdown. */
export const ruleTable = (): string =>
  table(
    ['rule', 'severity', 'asks', 'why'],
    ALL_RULES.map(({ id, severity, asks, why }) => [id, severity === 'ERROR' ? 'error' : 'warning', asks, why]),
  );

interface Definition {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every record of the format with its members, as tables of Markdown in the order of the schema; `!` marks what must be written. */
export function memberTables(): string {
  const { $defs } = bankFileSchema() as { readonly $defs: Readonly<Record<string, Definition>> };
  const order = ['BankFile', 'Question', ...Object.keys($defs).filter((name) => name !== 'BankFile' && name !== 'Question')];
  return order
    .flatMap((name) => {
      const { properties = {}, required = [] } = $defs[name] ?? {};
      const rows = Object.entries(properties).map(([member, schema]) => [
        `\`${member}\`${required.includes(member) ? ' !' : ''}`,
        typeOf(schema),
        String(schema['description'] ?? ''),
      ]);
      return [`### ${name}`, '', table(['member', 'holds', 'means'], rows), ''];
    })
    .join('\n')
    .trimEnd();
}

/** In a word or two: `text`, `list of Probe`, `number`. */
function typeOf(schema: Readonly<Record<string, unknown>>): string {
  const { allOf, anyOf, items, type } = schema as { allOf?: readonly Schema[]; anyOf?: readonly Schema[]; items?: Schema; type?: string };
  if (allOf?.[0] !== undefined) return typeOf(allOf[0]);
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (typeof schema['$ref'] === 'string') return schema['$ref'].split('/').at(-1) ?? '';
  if (Array.isArray(schema['enum'])) return schema['enum'].map((word) => `\`${String(word)}\``).join(' ');
  if (type === 'array') return `list of ${items === undefined ? 'values' : typeOf(items)}`;
  if (type === 'string') return 'text';
  if (type === 'integer') return `whole number, ${String(schema['minimum'])} to ${String(schema['maximum'])}`;
  if (type === 'number') return `number, ${String(schema['minimum'])} to ${String(schema['maximum'])}`;
  return type === 'boolean' ? 'true or false' : 'record';
}

type Schema = Readonly<Record<string, unknown>>;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

/** A text with what stands between the marks `<!-- name -->` and `<!-- /name -->` replaced. Throws where the marks are missing. */
export function withPart(text: string, name: string, part: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start === -1 || end < start) throw new Error(`The marks of the part ${name} are missing.`);
  return `${text.slice(0, start + open.length)}\n\n${part}\n\n${text.slice(end)}`;
}
