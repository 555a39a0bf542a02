import type { IncomingCompetency, IncomingCriterion, IncomingRubric } from '../../doors/incoming';
import { ownReference } from '../../doors/own-reference';
import type { Found } from '../../doors/reading';
import type { JsonNode } from '../../guard/read-json';
import { listAt, numberAt, textAt, valueAt } from '../json-values';
import { licenseOf } from '../qti/lom';

/** A package of CASE 1.0 or 1.1: competencies with their relations, and rubrics. Read leniently: what is missing is missing. */
export function caseJson(value: JsonNode): Found {
  const items = listAt(value, 'CFItems');
  const associations = listAt(value, 'CFAssociations');
  const parents = new Map(
    associations
      .filter((one) => textAt(one, 'associationType') === 'isChildOf')
      .map((one) => [idOf(valueAt(one, 'originNodeURI')), idOf(valueAt(one, 'destinationNodeURI'))]),
  );
  const codes = new Map(items.map((item) => [textAt(item, 'identifier') ?? '', textAt(item, 'humanCodingScheme')]));
  const license = textAt(value, 'CFDocument', 'licenseURI', 'title');
  return {
    competencies: items.map((item): IncomingCompetency => {
      const statement = textAt(item, 'fullStatement') ?? '';
      const short = textAt(item, 'abbreviatedStatement') ?? textAt(item, 'humanCodingScheme');
      const title = short ?? statement;
      return {
        sourceId: textAt(item, 'humanCodingScheme') ?? textAt(item, 'identifier') ?? '',
        title,
        definition:
          statement === '' || statement === title
            ? null
            : statement.startsWith(`${title}: `)
              ? statement.slice(title.length + 2)
              : statement,
        parent: parents.get(textAt(item, 'identifier') ?? '') ?? null,
      };
    }),
    associations: associations.length,
    rubrics: listAt(value, 'CFRubrics').map((rubric) => rubricOf(rubric, codes)),
    bank: {
      ...(textAt(value, 'CFDocument', 'title') !== null && { title: textAt(value, 'CFDocument', 'title') ?? '' }),
      ...(textAt(value, 'CFDocument', 'language') !== null && { language: textAt(value, 'CFDocument', 'language') ?? '' }),
      ...(license !== null && licenseOf(license) !== null && { license }),
    },
  };
}

const idOf = (link: JsonNode | undefined): string => textAt(link, 'identifier') ?? textAt(link, 'uri') ?? '';

function rubricOf(rubric: JsonNode, codes: ReadonlyMap<string, string | null>): IncomingRubric {
  const description = textAt(rubric, 'description');
  return {
    place: { path: 'CFRubrics' },
    sourceId: ownReference(textAt(rubric, 'title'))?.id ?? textAt(rubric, 'identifier'),
    title: textAt(rubric, 'title'),
    ...(description !== null && { description }),
    criteria: byPosition(listAt(rubric, 'CFRubricCriteria')).map((criterion): IncomingCriterion => {
      const [category, words, weight] = [textAt(criterion, 'category'), textAt(criterion, 'description'), numberAt(criterion, 'weight')];
      const competency = codes.get(textAt(criterion, 'CFItemURI', 'identifier') ?? '') ?? null;
      return {
        sourceId: textAt(criterion, 'identifier') ?? '',
        title: words ?? category ?? '',
        ...(words !== null && category !== null && { description: category }),
        ...(competency !== null && { competency }),
        ...(weight !== null && { weight }),
        levels: byPosition(listAt(criterion, 'CFRubricCriterionLevels')).map((level) => ({
          points: numberAt(level, 'score'),
          label: textAt(level, 'quality'),
          text: textAt(level, 'description') ?? textAt(level, 'feedback') ?? '',
        })),
      };
    }),
  };
}

const byPosition = (entries: readonly JsonNode[]): readonly JsonNode[] =>
  [...entries].sort((a, b) => (numberAt(a, 'position') ?? 0) - (numberAt(b, 'position') ?? 0));
