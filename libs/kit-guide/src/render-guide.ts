import type { CompetencyTitle, GuideKit, GuideView } from './guide';
import { htmlOf } from './render/html';
import { markdownOf } from './render/markdown';
import { pdfOf } from './render/pdf';
import type { Sheet } from './sheet/sheet';
import { candidateSheet } from './views/candidate-sheet';
import { evidenceSheet } from './views/evidence-sheet';
import { interviewerSheet } from './views/interviewer-sheet';

export const GUIDE_FORMATS = ['HTML', 'MARKDOWN', 'PDF'] as const;
export type GuideFormat = (typeof GUIDE_FORMATS)[number];

export interface GuideOptions {
  readonly view: GuideView;
  readonly format: GuideFormat;
  /** One round alone, counted from 1; null for the whole kit. */
  readonly round: number | null;
  /** Stands in a PDF as its date. */
  readonly madeAt: Date;
}

export interface GuideFile {
  /** Letters, digits and hyphens, with the ending of its format. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const MEDIA: Readonly<Record<GuideFormat, { readonly ending: string; readonly mediaType: string }>> = {
  HTML: { ending: 'html', mediaType: 'text/html; charset=utf-8' },
  MARKDOWN: { ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
  PDF: { ending: 'pdf', mediaType: 'application/pdf' },
};

/** A kit on paper: one of three views in one of three formats. The same input gives the same bytes. */
export async function renderGuide(kit: GuideKit, titleOf: CompetencyTitle, options: GuideOptions): Promise<GuideFile> {
  const { view, format, round, madeAt } = options;
  const sheet = sheetOf(kit, titleOf, view, round);
  const { ending, mediaType } = MEDIA[format];
  const words = [kit.name, round === null ? '' : `round ${round}`, view === 'INTERVIEWER' ? 'guide' : view];
  return { name: `${fileName(words)}.${ending}`, mediaType, bytes: await bytesOf(sheet, format, madeAt) };
}

function sheetOf(kit: GuideKit, titleOf: CompetencyTitle, view: GuideView, round: number | null): Sheet {
  if (view === 'CANDIDATE') return candidateSheet(kit, round);
  return view === 'EVIDENCE' ? evidenceSheet(kit, round) : interviewerSheet(kit, titleOf, round);
}

async function bytesOf(sheet: Sheet, format: GuideFormat, madeAt: Date): Promise<Uint8Array> {
  if (format === 'PDF') return pdfOf(sheet, madeAt);
  return new TextEncoder().encode(format === 'HTML' ? htmlOf(sheet) : markdownOf(sheet));
}

const fileName = (words: readonly string[]): string =>
  words
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'kit';
