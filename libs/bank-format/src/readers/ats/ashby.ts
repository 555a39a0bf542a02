import type { IncomingScorecard } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import type { JsonNode } from '../../guard/read-json';
import { has, listAt, objectOf, textAt, valueAt } from '../json-values';

const formsOf = (value: JsonNode): readonly JsonNode[] => {
  const results = valueAt(value, 'results');
  return Array.isArray(results) ? (results as readonly JsonNode[]) : [results ?? value];
};

export const isAshby = (value: JsonNode): boolean =>
  formsOf(value).some((one) => has(one, 'formDefinition') || has(valueAt(one, 'formDefinition'), 'sections'));

/** Feedback forms of Ashby: sections with fields. A score there is 1 to 4 and has no anchors. Who wrote about whom is dropped. */
export function ashbyForms(value: JsonNode, reading: Reading): Found {
  reading.notices.note('PERSONAL_DATA_DROPPED', 'Applications, interviewers and what they wrote were not read.');
  const scorecards = formsOf(value).map((result): IncomingScorecard => {
    const fields = listAt(result, 'formDefinition', 'sections').flatMap((section) =>
      listAt(section, 'fields').map((holder) => {
        const field = valueAt(holder, 'field') ?? holder;
        return {
          title: textAt(field, 'title') ?? textAt(field, 'humanReadablePath') ?? '',
          group: textAt(section, 'title'),
          type: textAt(field, 'type') ?? '',
          choices:
            textAt(field, 'type') === 'Score'
              ? ['1', '2', '3', '4']
              : listAt(field, 'selectableValues').map((choice) => textAt(choice, 'label') ?? ''),
        };
      }),
    );
    const submitted = objectOf(valueAt(result, 'submittedValues'));
    return {
      title: textAt(result, 'formDefinition', 'title'),
      fields,
      attributes: fields.length,
      answers: submitted.size,
      overall: textAt(valueAt(result, 'submittedValues'), 'overall_recommendation'),
    };
  });
  return { scorecards };
}
