import { Injectable } from '@nestjs/common';
import {
  ALL_RULES,
  atPointer,
  type KnownFramework,
  lintQuestion,
  lintQuestionText,
  pathText,
  pointerOf,
  printQuestion,
  type QuestionDocument,
  type QuestionFinding,
  readQuestion,
  repairedBy,
  type Severity,
} from '@touchstone/bank-format';
import { canonicalJson } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { Competencies } from '../../competencies';

/** A complaint of the linter as it is shown beside the text. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The place in the document, such as `rubric.criteria[0].weight`; empty = the whole. */
  readonly path: string;
  /** The same place as a JSON pointer. */
  readonly pointer: string;
  /** In the text of the question; both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Why the rule is there. */
  readonly explanation: string;
  /** The repair that needs no thought: the value at `pointer`, or each `from` in the text there, becomes `to`. */
  readonly fix: { readonly pointer: string; readonly from: string | null; readonly to: string } | null;
  /** What would stand there after the repair. */
  readonly suggestion: string | null;
}

export interface LintReport {
  readonly findings: readonly LintFinding[];
  readonly errors: number;
  readonly warnings: number;
}

/** What the linter knows of an organization on one day. */
export interface LintFacts {
  readonly known: KnownFramework;
  readonly today: string;
  /** The same facts have the same name. */
  readonly name: string;
}

const WHY = new Map(ALL_RULES.map(({ id, why }) => [id, why]));

/** Holds questions against the rules. A question of the usual size takes some milliseconds, so it is done in place, and kept. */
@Injectable()
export class QuestionLinter {
  private readonly reports = new WeakMap<QuestionDocument, { readonly name: string; readonly report: LintReport }>();

  constructor(private readonly competencies: Competencies) {}

  async facts(tx: Transaction, organizationId: string): Promise<LintFacts> {
    const known = await this.competencies.known(tx, organizationId);
    const today = tx.now.toISOString().slice(0, 10);
    const { categories, competencies, roleProfiles, levels } = known;
    return { known, today, name: canonicalJson([today, [...categories], [...competencies], [...roleProfiles], [...levels]]) };
  }

  /** Documents are shared and never change, so a report holds until the facts are others. Lines count in `printQuestion`. */
  of(document: QuestionDocument, facts: LintFacts): LintReport {
    const kept = this.reports.get(document);
    if (kept?.name === facts.name) return kept.report;
    const read = readQuestion(printQuestion(document));
    const report = reportOf(lintQuestion(document, facts, read.ok ? read.value.locate : undefined), document);
    this.reports.set(document, { name: facts.name, report });
    return report;
  }

  /** The same of a text that somebody is writing; one that cannot be read has that as its findings. */
  ofText(text: string, id: string, facts: LintFacts): LintReport {
    const read = readQuestion(text, id);
    return reportOf(lintQuestionText(text, id, facts), read.ok ? read.value.document : null);
  }
}

function reportOf(found: readonly QuestionFinding[], document: QuestionDocument | null): LintReport {
  const findings = found.map((each) => findingOf(each, document));
  const errors = findings.filter(({ severity }) => severity === 'ERROR').length;
  return { findings, errors, warnings: findings.length - errors };
}

function findingOf({ rule, severity, message, path, line, column, fix }: QuestionFinding, document: QuestionDocument | null): LintFinding {
  const place = fix === undefined ? '' : pointerOf(fix.path);
  return {
    rule,
    severity,
    message,
    path: pathText(path),
    pointer: pointerOf(path),
    line,
    column,
    explanation: WHY.get(rule) ?? '',
    fix: fix === undefined ? null : { pointer: place, from: fix.from ?? null, to: String(fix.to) },
    suggestion: fix === undefined ? null : String(repairedBy(fix, atPointer(document, place))),
  };
}
