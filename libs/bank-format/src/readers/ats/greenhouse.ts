import type { IncomingPlan, IncomingQuestion, IncomingScorecard } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import type { JsonNode } from '../../guard/read-json';
import { has, listAt, numberAt, textAt, valueAt } from '../json-values';

const RATINGS = ['definitely_not', 'no', 'mixed', 'yes', 'strong_yes', 'no_decision'];

export const isGreenhouseStages = (value: JsonNode): boolean =>
  oneOrMany(value).some((one) => has(one, 'interviews') && listAt(one, 'interviews').some((interview) => has(interview, 'interview_kit')));
export const isGreenhouseScorecards = (value: JsonNode): boolean =>
  oneOrMany(value).some((one) => has(one, 'attributes', 'overall_recommendation'));

const oneOrMany = (value: JsonNode): readonly JsonNode[] => (Array.isArray(value) ? (value as readonly JsonNode[]) : [value]);

/** Interview kits of the stages of a job: questions, and for each interview its minutes and purpose. Interviewers are not read. */
export async function greenhouseStages(value: JsonNode, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const questions: IncomingQuestion[] = [];
  const plans: IncomingPlan[] = [];
  for (const stage of oneOrMany(value)) {
    for (const interview of listAt(stage, 'interviews')) {
      const first = questions.length;
      const name = textAt(interview, 'name') ?? '';
      for (const asked of listAt(interview, 'interview_kit', 'questions')) {
        const prompt = reading.fromMaybeHtml(textAt(asked, 'question') ?? '', { path: 'interview_kit.questions' });
        if (prompt === '') continue;
        reading.countQuestion();
        questions.push({
          place: { path: `interview_kit.questions[${questions.length}]` },
          sourceId: textAt(asked, 'id'),
          own: null,
          title: null,
          prompt,
          answer: 'open',
          categoryPath: name === '' ? [] : [name],
        });
      }
      const purpose = reading.fromHtml(textAt(interview, 'interview_kit', 'content') ?? '', {}).markdown;
      plans.push({
        title: name,
        minutes: numberAt(interview, 'estimated_minutes'),
        purpose: purpose === '' ? null : purpose,
        questions: questions.slice(first).map((_, index) => first + index),
      });
    }
  }
  return { questions, plans };
}

/** Forms that interviewers filled in: what they ask and how many answers there were. Candidates, interviewers and their words are dropped. */
export function greenhouseScorecards(value: JsonNode, reading: Reading): Found {
  reading.notices.note('PERSONAL_DATA_DROPPED', 'Candidates, interviewers and what they wrote were not read.');
  const scorecards = oneOrMany(value).map((card): IncomingScorecard => {
    const attributes = listAt(card, 'attributes');
    const answers = listAt(card, 'questions');
    return {
      title: textAt(card, 'interview') ?? textAt(valueAt(card, 'interview_step'), 'name'),
      fields: [
        ...attributes.map((one) => ({ title: textAt(one, 'name') ?? '', group: textAt(one, 'type'), type: 'rating', choices: RATINGS })),
        ...answers
          .filter((one) => textAt(one, 'id') !== null)
          .map((one) => ({ title: textAt(one, 'question') ?? '', group: null, type: 'text', choices: [] })),
      ],
      attributes: attributes.length,
      answers: answers.length,
      overall: textAt(card, 'overall_recommendation'),
    };
  });
  return { scorecards };
}
