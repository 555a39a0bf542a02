import {
  alikePrompts,
  type BankQuestion,
  canonicalQuestion,
  type DoorFault,
  importBank,
  type ImportedBank,
  type KnownFramework,
  lintQuestion,
  pathText,
  promptText,
  publishFaults,
} from '@touchstone/bank-format';
import type { AlikeQuestion, BankPrompt, FileNotices, ImportAnswers, ImportSettings, ImportTask, ReadItem } from './import-tasks';

const UNKNOWN_LICENSE = 'LicenseRef-unknown';
/** Of notices of one code, and of twins of one question, so many are told. */
const MOST_TOLD = 20;
const MOST_ALIKE = 3;

const NOTHING_KNOWN: KnownFramework = { categories: new Set(), competencies: new Map(), roleProfiles: new Set(), levels: [] };

/** One file while it is read: its bytes, then its questions, then what they are like. */
export class FileReading {
  private parts: Uint8Array[] = [];
  private questions: readonly BankQuestion[] = [];
  private known: KnownFramework = NOTHING_KNOWN;
  private today = '';
  private isOwn = false;
  private readonly prompts: BankPrompt[] = [];
  private readonly alike = new Map<number, AlikeQuestion[]>();
  private readonly firstOf = new Map<string, number>();

  addBytes(bytes: Uint8Array): void {
    this.parts.push(bytes);
  }

  async read({ name, settings, known, today }: Extract<ImportTask, { kind: 'READ' }>): Promise<ImportAnswers['READ']> {
    const bytes = Buffer.concat(this.parts);
    this.parts = [];
    const imported = await importBank(name, bytes, settings);
    if (!imported.ok) return { refusals: imported.error };
    const { incoming, mapped } = imported.value;
    this.known = known;
    this.today = today;
    this.isOwn = incoming.own !== null;
    this.questions = mapped.questions.map((question) => settled(question, settings, known));
    this.questions.forEach(({ id }, index) => {
      if (!this.firstOf.has(id)) this.firstOf.set(id, index);
    });
    const { format, dialect, encoding, columns } = incoming;
    return {
      refusals: null,
      total: this.questions.length,
      detected: { format, dialect, encoding, columns: columns.map(({ column, head, use }) => ({ column, head, use })) },
      notices: noticesOf(imported.value),
    };
  }

  know(prompts: readonly BankPrompt[]): void {
    this.prompts.push(...prompts);
  }

  compare(): void {
    const from = this.prompts.length;
    const texts = [
      ...this.prompts.map(({ prompt, context }) => promptText({ prompt, context: context ?? undefined })),
      ...this.questions.map(promptText),
    ];
    const at = (place: number): AlikeQuestion & { readonly family: string | null } => {
      const known = this.prompts[place];
      if (known !== undefined) return { slug: known.slug, title: known.title, family: known.family, share: 0, where: 'BANK' };
      const own = this.questions[place - from];
      return { slug: own?.id ?? '', title: own?.title ?? '', family: own?.variants.family ?? null, share: 0, where: 'FILE' };
    };
    for (const { one, other, share } of alikePrompts(texts, from)) {
      const [{ family, ...earlier }, later] = [at(one), at(other)];
      // The question itself as it stands in the bank is no twin, nor are variants that are alike on purpose.
      if (earlier.slug === later.slug || (family !== null && family === later.family)) continue;
      const told = this.alike.get(other - from) ?? [];
      if (told.length < MOST_ALIKE) this.alike.set(other - from, [...told, { ...earlier, share }]);
    }
    this.prompts.length = 0;
  }

  items(from: number, count: number): readonly ReadItem[] {
    return this.questions.slice(from, from + count).map((question, offset) => this.item(question, from + offset));
  }

  private item(question: BankQuestion, index: number): ReadItem {
    const { id, title, license, category, external } = question;
    const [name] = external ?? [];
    const findings = lintQuestion(question, { known: this.known, today: this.today });
    return {
      number: index + 1,
      slug: id,
      title,
      license,
      document: canonicalQuestion(question),
      identity: this.isOwn || name === undefined ? null : `${name.system}\n${name.id}`,
      refused: this.whyRefused(id, category, index),
      faults: publishFaults(question, this.known).map(({ code, path, message }) => ({ code, path: pathText(path), message })),
      findings: findings.map(({ rule, severity, path, message }) => ({ rule, severity, path: pathText(path), message })),
      alike: this.alike.get(index) ?? [],
    };
  }

  private whyRefused(id: string, category: string, index: number): string | null {
    const first = this.firstOf.get(id);
    if (first !== undefined && first !== index)
      return `The id "${id}" occurs before, as question ${first + 1} of the file. Give one of the two another id.`;
    if (this.known.categories.has(category)) return null;
    return `There is no category "${category}" here. Say in the settings which one questions get that name none of yours, or write one of: ${[...this.known.categories].join(', ')}.`;
  }
}

/** What whoever imports says for all questions, where a question says nothing that counts here. */
function settled(question: BankQuestion, { category, license }: ImportSettings, known: KnownFramework): BankQuestion {
  return {
    ...question,
    ...(category !== undefined && !known.categories.has(question.category) && { category }),
    ...(license !== undefined && question.license === UNKNOWN_LICENSE && { license }),
  };
}

function noticesOf({ mapped }: Pick<ImportedBank, 'mapped'>): FileNotices {
  const notes: DoorFault[] = [...mapped.notes];
  const warnings: DoorFault[] = [...mapped.warnings];
  const beyond = mapped.questions.filter(({ record }) => record?.status !== undefined && record.status !== 'draft').length;
  if (beyond > 0)
    notes.push({
      code: 'FIELD_DROPPED',
      message: `${beyond} questions say that they are more than drafts. Here they are drafts until somebody else has reviewed them here.`,
      fix: 'Submit them for review once they are imported.',
      place: {},
    });
  if (mapped.attachments.length > 0)
    warnings.push({
      code: 'ATTACHMENT_MISSING',
      message: `${mapped.attachments.length} files beside the questions are not kept here; exhibits go on naming them.`,
      fix: 'Put what they show into the text of the exhibit, and keep the file.',
      place: {},
    });
  if (mapped.scales.length > 0 || mapped.competencies.length > 0)
    notes.push({
      code: 'FIELD_DROPPED',
      message: `The file also brings ${mapped.scales.length} scales and ${mapped.competencies.length} competencies. An import writes questions alone.`,
      fix: 'Enter what is missing into the framework of the organization.',
      place: {},
    });
  const counts: Record<string, number> = {};
  for (const { code } of [...warnings, ...notes]) counts[code] = (counts[code] ?? 0) + 1;
  return { warnings: firstOfEach(warnings), notes: firstOfEach(notes), counts };
}

function firstOfEach(faults: readonly DoorFault[]): readonly DoorFault[] {
  const told = new Map<string, number>();
  return faults.filter(({ code }) => {
    const before = told.get(code) ?? 0;
    told.set(code, before + 1);
    return before < MOST_TOLD;
  });
}
