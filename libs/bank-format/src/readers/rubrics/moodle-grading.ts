import type { IncomingRubric } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import { descendantsOf, elementAt, elementsOf, textAt, type XmlElement } from '../../guard/xml-element';

/** Rubrics of assignments of Moodle. The same file holds how students were graded; that is not read at all. */
export function moodleGrading(root: XmlElement, reading: Reading): Found {
  const definitions = descendantsOf(root, ({ name }) => name === 'definition').filter(
    (one) => elementAt(one, 'plugin_gradingform_rubric_definition') !== undefined,
  );
  if (descendantsOf(root, ({ name }) => name === 'instance').length > 0)
    reading.notices.warn('PERSONAL_DATA_DROPPED', 'The file holds how students were graded; none of it was read.');
  const rubrics = definitions.map((definition): IncomingRubric => {
    const criteria = descendantsOf(
      elementAt(definition, 'plugin_gradingform_rubric_definition') ?? definition,
      ({ name }) => name === 'criterion',
    );
    return {
      place: { line: definition.line },
      sourceId: definition.attributes.get('id') ?? null,
      title: textAt(definition, 'name'),
      ...(textAt(definition, 'description') !== null && { description: textAt(definition, 'description') ?? '' }),
      criteria: [...criteria]
        .sort((a, b) => Number(textAt(a, 'sortorder') ?? 0) - Number(textAt(b, 'sortorder') ?? 0))
        .map((criterion) => ({
          title: (textAt(criterion, 'description') ?? '').replace(/\s+/g, ' '),
          levels: elementsOf(elementAt(criterion, 'levels') ?? criterion, 'level').map((level) => ({
            points: Number(textAt(level, 'score') ?? '0'),
            label: null,
            text: textAt(level, 'definition') ?? '',
          })),
        })),
    };
  });
  return { rubrics };
}
