import type { Table, TableCell } from 'mdast';
import type { IncomingCriterion, IncomingRubric } from '../doors/incoming';
import { lineOf, sliceOf } from '../doors/markdown-tree';

/** A table of criteria down and levels across, such as `| Criterion | 1 Poor | 2 | 3 Good |`; null where the head names no levels. */
export function rubricOfTable(table: Table, markdown: string): IncomingRubric | null {
  const [head, ...rows] = table.children;
  const levels = (head?.children ?? []).slice(1).map((cell) => levelOf(cellOf(cell, markdown)));
  if (levels.length < 2 || rows.length === 0) return null;
  return {
    place: { line: lineOf(table) },
    sourceId: null,
    title: null,
    criteria: rows.map(({ children: [first, ...cells] }): IncomingCriterion => {
      const named = titleOf(first === undefined ? '' : cellOf(first, markdown));
      return {
        ...named,
        levels: levels.flatMap((level, index) => {
          const cell = cells[index];
          const text = cell === undefined ? '' : cellOf(cell, markdown);
          return text === '' ? [] : [{ ...level, text }];
        }),
      };
    }),
  };
}

/** `3 Solid` → 3 points called "Solid"; `Solid` → a name alone. */
export function levelOf(head: string): { points: number | null; label: string | null } {
  const found = /^(-?\d+(?:\.\d+)?)?\s*[-–:.)]?\s*(.*?)(?:\s*\((-?\d+(?:\.\d+)?)(?:\s*(?:points?|pts?))?\))?$/is.exec(head.trim());
  const number = found?.[1] ?? found?.[3];
  const label = found?.[2]?.trim() ?? '';
  return { points: number === undefined ? null : Number(number), label: label === '' ? null : label };
}

/** `Finds the cause (weight 0.3, competency x, must reach 2)`, a description below it → the parts of a criterion. `(3)` alone is a weight. */
export function titleOf(cell: string): Pick<IncomingCriterion, 'title' | 'weight' | 'competency' | 'mustReach' | 'description'> {
  const [first = '', ...below] = cell.split('\n');
  const found = /^(.*?)\s*\(((?:weight\s*)?\d+(?:\.\d+)?\s*%?(?:, [^()]*)?)\)$/i.exec(first.trim());
  const description = below.join('\n').trim();
  const described = description === '' ? {} : { description };
  if (found === null) return { title: first.trim(), ...described };
  const [weight = '', ...about] = (found[2] as string).split(', ');
  const number = Number(/\d+(?:\.\d+)?/.exec(weight)?.[0] ?? '0') / (weight.includes('%') ? 100 : 1);
  const said = (word: string): string | undefined => about.find((part) => part.startsWith(`${word} `))?.slice(word.length + 1);
  const [competency, mustReach] = [said('competency'), said('must reach')];
  return {
    title: found[1] as string,
    ...described,
    weight: number,
    ...(competency !== undefined && { competency }),
    ...(mustReach !== undefined && { mustReach: Number(mustReach) }),
  };
}

/** The text of a cell: line ends for `<br>`, bars without their backslash. */
const cellOf = (cell: TableCell, markdown: string): string => {
  const inside = cell.children;
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return '';
  const text =
    inside.length === 1 ? sliceOf(markdown, first) : markdown.slice(first.position?.start.offset ?? 0, last.position?.end.offset ?? 0);
  return text
    .replace(/<br ?\/?>/gi, '\n')
    .replace(/\\\|/g, '|')
    .trim();
};
