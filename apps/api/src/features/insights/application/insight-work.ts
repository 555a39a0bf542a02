import { createHash, type Hash } from 'node:crypto';
import { fairnessFigures, type PanelLoop, panelReport, REPORT_ENGINE } from '@touchstone/interviewing/insights';
import { canonicalJson } from '@touchstone/kernel';
import type { InsightAnswer, InsightAnswers, InsightTask, NamedQuestion, PanelPart, StoredFigures } from './insight-tasks';
import { packQuestions } from './kept-questions';

interface BegunReport {
  readonly hash: Hash;
  readonly loops: PanelLoop[];
  readonly questions: Map<string, NamedQuestion>;
}

/** All that is reckoned in this room over more than one loop: what takes seconds, and therefore a thread of its own. Data in, data out. */
export function insightWork(): (task: InsightTask) => InsightAnswer {
  let begun: BegunReport | null = null;
  return (task) => {
    switch (task.kind) {
      case 'BEGIN_REPORT':
        begun = begin(task.scope);
        return null;
      case 'ADD_PART':
        add(needed(begun), task);
        return null;
      case 'FINISH_REPORT': {
        const report = needed(begun);
        begun = null;
        return finish(report, task);
      }
      case 'FAIRNESS': {
        const figures = fairnessFigures(task.applicants, task.smallestGroup, task.at, task.former);
        return figures === task.former ? null : figures;
      }
    }
  };
}

function needed(report: BegunReport | null): BegunReport {
  if (report === null) throw new Error('a report is begun before it is given its input');
  return report;
}

const begin = (scope: string): BegunReport => ({
  hash: createHash('sha256').update(canonicalJson({ engine: REPORT_ENGINE, scope })),
  loops: [],
  questions: new Map(),
});

function add({ hash, loops, questions }: BegunReport, part: PanelPart): void {
  for (const question of part.questions) questions.set(question.id, question);
  for (const loop of part.loops) {
    // Loop by loop: the text of all of them at once may be tens of megabytes.
    hash.update(canonicalJson(loop));
    loops.push(loop);
  }
}

type Finish = Extract<InsightTask, { kind: 'FINISH_REPORT' }>;

/** Where drift begins is a part of the scope, and so of the hash. */
function finish(report: BegunReport, { openingRuleHash, driftFrom, known }: Finish): InsightAnswers['FINISH_REPORT'] {
  const inputHash = report.hash.update(canonicalJson({ openingRuleHash })).digest('hex');
  return { inputHash, figures: inputHash === known ? null : figuresOf(report, openingRuleHash, driftFrom) };
}

function figuresOf({ loops, questions }: BegunReport, openingRuleHash: string | null, driftFrom: string | null): StoredFigures {
  const report = panelReport(loops, openingRuleHash, driftFrom);
  const linked = report.summary.comparison?.links.flatMap(({ between, repair }) => [...between, repair.item]) ?? [];
  return {
    summary: canonicalJson({ ...report.summary, names: namesOf(linked, questions) }),
    questions: packQuestions(report.questions, questions),
  };
}

/** What criteria are called, by `criterionName`; names of raters are none of these. */
function namesOf(names: readonly string[], questions: ReadonlyMap<string, NamedQuestion>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const [id, criterion] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)];
      const question = questions.get(id);
      const title = question?.criteria[criterion];
      return question === undefined || title === undefined ? [] : [[name, `${question.title}: ${title}`] as const];
    }),
  );
}
