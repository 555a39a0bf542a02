import type { List, Table } from 'mdast';
import type { IncomingChoice, IncomingCriterion, IncomingQuestion, IncomingRubric, IncomingScript } from '../../doors/incoming';
import type { MarkdownParser } from '../../doors/markdown-tree';
import { columnOf, isListSection, isTextSection, SCRIPT_HEADINGS, SCRIPT_ORDER, type ScriptSection } from '../../doors/script-sections';
import type { DoorPlace } from '../../guard/door-fault';
import { RESPONSE_MODES, type ResponseMode } from '../../question-words';
import { ownText, readScript, withPass } from '../read-script';
import { rubricOfTable } from '../rubric-of-table';
import type { TableField } from './guess-columns';

/** Cells that hold more than a word: lists and tables in Markdown. */
export class ScriptCells {
  constructor(private readonly parse: MarkdownParser) {}

  script(cell: (field: TableField) => string | undefined): IncomingScript | undefined {
    const texts: [string, string][] = [];
    const listsAndSuch: string[] = [];
    for (const section of SCRIPT_ORDER) {
      const text = section === 'rubric' ? undefined : cell(columnOf(section) as TableField)?.trim();
      if (text === undefined) continue;
      if (isTextSection(section)) texts.push([section, text]);
      else listsAndSuch.push(`### ${SCRIPT_HEADINGS[section]}\n\n${listed(section, text)}`);
    }
    if (texts.length === 0 && listsAndSuch.length === 0) return undefined;
    const formed = listsAndSuch.length === 0 ? {} : readScript(listsAndSuch.join('\n\n'), this.parse).script;
    return { ...Object.fromEntries(texts), ...formed };
  }

  /** A table in Markdown, or a line for each criterion: `Title [3]: 1: text | 2: text / another text`. */
  rubric(cell: string, place: DoorPlace): IncomingRubric | null {
    if (cell === '') return null;
    const table = this.parse(cell).children.find((node): node is Table => node.type === 'table');
    const ofTable = table === undefined ? null : withPass(rubricOfTable(table, cell), cell);
    if (ofTable !== null) return { ...ofTable, place };
    const criteria = cell.split('\n').map(criterionOfLine);
    if (criteria.every((criterion) => criterion !== null)) return { place, sourceId: null, title: null, criteria };
    return { place, sourceId: null, title: null, criteria: [], description: cell };
  }

  /** `style: another wording` as points of a list. */
  wordings(cell: string): IncomingQuestion['wordings'] {
    if (cell === '') return undefined;
    return this.points(cell).map((text) => {
      const styled = /^\*([^*\n]+):\*\s+(.+)$/s.exec(text);
      return styled === null ? { prompt: text } : { style: styled[1] as string, prompt: styled[2] as string };
    });
  }

  /** `- [x] right`, `- [ ] wrong`, with points behind: `(2)`. */
  choices(cell: string): readonly IncomingChoice[] | null {
    if (cell === '') return null;
    const items = this.parse(cell)
      .children.filter((node): node is List => node.type === 'list')
      .flatMap(({ children }) => children);
    return items.length === 0
      ? null
      : items.map((item) => ({ text: ownText(item, cell).replace(/^\[[ x]\] /i, ''), correct: item.checked === true }));
  }

  /** `text, 50–500 words`, `audio, 42 s`. */
  response(cell: string): Pick<IncomingQuestion, 'mode' | 'response'> {
    const [mode, ...rest] = cell.split(/\s*,\s*/);
    const known = RESPONSE_MODES.find((one): one is ResponseMode => one === mode?.toLowerCase());
    if (known === undefined) return {};
    const response: Record<string, number> = {};
    for (const part of rest) {
      const words = /^(\d*)\s*[–-]\s*(\d*) words$/.exec(part);
      if (words?.[1]) response['minWords'] = Number(words[1]);
      if (words?.[2]) response['maxWords'] = Number(words[2]);
      const seconds = /^(\d+) s$/.exec(part);
      if (seconds !== null) response['maxSeconds'] = Number(seconds[1]);
    }
    return { mode: known, response };
  }

  private points(cell: string): readonly string[] {
    const items = this.parse(cell)
      .children.filter((node): node is List => node.type === 'list')
      .flatMap(({ children }) => children);
    return items.length === 0 ? [cell] : items.map((item) => ownText(item, cell));
  }
}

/** Lines that are no points yet, in a column that holds a list, as people write them. */
const listed = (section: ScriptSection, text: string): string =>
  (isListSection(section) || section === 'probes') && !/^([-*+]|\d+[.)]) /.test(text)
    ? text
        .split(section === 'sources' ? /\s*;\s+|\n+/ : /\n+/)
        .map((line) => `- ${line}`)
        .join('\n')
    : text;

function criterionOfLine(line: string): IncomingCriterion | null {
  const found = /^(.+?)(?: \[(\d+(?:\.\d+)?)\])?: (?=-?\d+(?:\.\d+)?: )(.+)$/.exec(line.trim());
  if (found === null) return null;
  const levels = (found[3] as string).split(/ \| (?=-?\d+(?:\.\d+)?: )/).map((part) => {
    const [points = '', ...text] = part.split(': ');
    return { points: Number(points), label: null, text: text.join(': ').replace(/ \/ /g, '\n') };
  });
  return { title: found[1] as string, ...(found[2] !== undefined && { weight: Number(found[2]) }), levels };
}
