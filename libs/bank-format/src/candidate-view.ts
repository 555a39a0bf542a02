import type { Exhibit } from './candidate-shapes';
import type { QuestionDocument } from './question-document';

/**
 * All that a candidate may see of a question during the interview. There is no member for anything else, and the view is
 * built from these members by name, so a new scorer-only member of `QuestionDocument` cannot leak in. The title is left
 * out on purpose: it is a name for the panel.
 */
export interface CandidateView {
  readonly prompt: string;
  readonly context?: string;
  readonly exhibits: readonly CandidateExhibit[];
  /** What can be chosen, where the question is answered by choosing. */
  readonly choices?: readonly { readonly id: string; readonly text: string }[];
}

/** An exhibit, or a piece of evidence that the interviewer has released. */
export interface CandidateExhibit {
  readonly id: string;
  readonly title: string;
  readonly format: Exhibit['format'];
  readonly content: string;
  readonly alt?: string;
  readonly attachment?: Exhibit['attachment'];
}

/**
 * The candidate's page. `released` are ids of `evidenceOnRequest` that the candidate has asked for; unknown ids are ignored.
 * Released evidence follows the exhibits in the order of the document; without a title of its own it is "Exhibit E".
 */
export function candidateView(document: QuestionDocument, released: ReadonlySet<string> = new Set()): CandidateView {
  const evidence = document.evidenceOnRequest.filter(({ id }) => released.has(id));
  const exhibits: CandidateExhibit[] = [
    ...document.exhibits.map(({ id, title, format, content, alt, attachment }) => ({
      id,
      title,
      format,
      content,
      ...(alt === undefined ? {} : { alt }),
      ...(attachment === undefined ? {} : { attachment }),
    })),
    ...evidence.map(({ id, title, format, content }) => ({
      id,
      title: title ?? `Exhibit ${id}`,
      format: format ?? ('text' as const),
      content,
    })),
  ];
  const { prompt, context, response } = document;
  const choices = response?.choices?.map(({ id, text }) => ({ id, text }));
  return { prompt, ...(context === undefined ? {} : { context }), exhibits, ...(choices === undefined ? {} : { choices }) };
}
