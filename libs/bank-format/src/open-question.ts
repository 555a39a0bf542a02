import { candidateView } from './candidate-view';
import type { QuestionDocument } from './question-document';
import type { Response } from './candidate-shapes';

/**
 * What of a question may be read without its rubric: the candidate's page, and the labels by which it is found. A document of its own, built from
 * members by name, so that a new member for scorers cannot go out with it.
 */
export function openQuestion(document: QuestionDocument): QuestionDocument {
  const { prompt, context, exhibits } = candidateView(document);
  const { id, title, usage, language, license, edition, category, kind, form, competencies, roles, seniority, difficulty } = document;
  const { minutes, tags, technologies, advanceNotice, response } = document;
  return {
    id,
    title,
    usage,
    language,
    license,
    ...(edition !== undefined && { edition }),
    category,
    kind,
    ...(form !== undefined && { form }),
    competencies,
    roles,
    seniority,
    difficulty,
    minutes,
    tags,
    technologies,
    ...(advanceNotice !== undefined && { advanceNotice }),
    ...(context !== undefined && { context }),
    prompt,
    exhibits,
    ...(response !== undefined && { response: openResponse(response) }),
    evidenceOnRequest: [],
    probes: [],
    hints: [],
    failureCards: [],
    followUps: [],
    rubric: { scale: document.rubric.scale, criteria: [], strongSignals: [], weakSignals: [], redFlags: [] },
    plausibleWrongAnswers: [],
    variants: {},
    enemies: [],
    references: [],
    reviewedFacts: [],
  };
}

/** What can be chosen, without what is right. */
function openResponse({ choices, ...response }: Response): Response {
  if (choices === undefined) return response;
  return { ...response, choices: choices.map(({ id, text }) => ({ id, text })) };
}
