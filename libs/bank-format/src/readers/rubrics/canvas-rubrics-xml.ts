import type { IncomingRubric } from '../../doors/incoming';
import type { DoorPlace } from '../../guard/door-fault';
import { descendantsOf, elementAt, elementsOf, textAt, type XmlElement } from '../../guard/xml-element';

/** The rubrics of a course of Canvas. Ids of ratings repeat from criterion to criterion; nothing rests on them. */
export const canvasRubrics = (root: XmlElement, place: DoorPlace): readonly IncomingRubric[] =>
  elementsOf(root, 'rubric').map((rubric) => ({
    place: { ...place, line: rubric.line },
    sourceId: rubric.attributes.get('identifier') ?? null,
    title: textAt(rubric, 'title'),
    criteria: elementsOf(elementAt(rubric, 'criteria') ?? rubric, 'criterion').map((criterion) => ({
      title: textAt(criterion, 'description') ?? '',
      ...optionalText('description', textAt(criterion, 'long_description')),
      ...(textAt(criterion, 'criterion_id') !== null && { sourceId: textAt(criterion, 'criterion_id') ?? '' }),
      levels: descendantsOf(criterion, ({ name }) => name === 'rating').map((rating) => ({
        points: numberOf(textAt(rating, 'points')),
        label: textAt(rating, 'description'),
        text: textAt(rating, 'long_description') ?? '',
      })),
    })),
  }));

const numberOf = (text: string | null): number | null => (text === null || !Number.isFinite(Number(text)) ? null : Number(text));

const optionalText = (name: 'description', text: string | null): { description?: string } => (text === null ? {} : { [name]: text });
