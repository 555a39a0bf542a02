import { levelLabels } from './script-text';
import { categoryNames, type ExportOptions, type Outgoing, type Placed, placedQuestions } from './outgoing';

/** A name in CASE: the same thing always has the same one. */
type NameOf = (...parts: readonly string[]) => string;

interface Linked {
  readonly identifier: string;
  readonly uri: string;
}

/** Names are made under this one, as RFC 9562 (version 5) has it. */
const NAMESPACE = 'b6d0c9a8-9b70-5a5c-8f0e-3c1f2a7d4e51';

/** A package of CASE 1.1: competencies as items under the bank, and each question as a rubric with criteria and levels. */
export async function writeCase(outgoing: Outgoing, { day }: ExportOptions): Promise<string> {
  const { v5 } = await import('uuid');
  const bank = outgoing.files[0]?.bank ?? { id: 'bank', title: 'Bank' };
  const nameOf: NameOf = (...parts) => v5([bank.id, ...parts].join('\n'), NAMESPACE);
  const link = (...parts: readonly string[]): Linked => ({ identifier: nameOf(...parts), uri: `urn:uuid:${nameOf(...parts)}` });
  const changed = { lastChangeDateTime: `${day}T00:00:00+00:00` };
  const language = bank.language ?? 'en';
  const document = link('document');
  const competencies = competenciesOf(outgoing);
  const questions = placedQuestions(outgoing);
  return `${JSON.stringify(
    {
      CFDocument: {
        ...document,
        creator: bank.owner ?? bank.title,
        title: bank.title,
        ...changed,
        caseVersion: '1.1',
        adoptionStatus: 'Draft',
        language,
        CFPackageURI: { title: bank.title, ...link('package') },
      },
      CFItems: competencies.map(({ id, title, definition }) => ({
        ...link('competency', id),
        fullStatement: definition === undefined ? title : `${title}: ${definition}`,
        abbreviatedStatement: title,
        humanCodingScheme: id,
        CFItemType: 'Competency',
        language,
        ...changed,
        CFDocumentURI: { title: bank.title, ...document },
      })),
      CFAssociations: competencies.map(({ id, title, parent }) => ({
        ...link('association', id),
        associationType: 'isChildOf',
        originNodeURI: { title, ...link('competency', id) },
        destinationNodeURI: parent === undefined ? { title: bank.title, ...document } : { title: parent, ...link('competency', parent) },
        ...changed,
        CFDocumentURI: { title: bank.title, ...document },
      })),
      CFRubrics: questions.map((placed) => rubricOf(placed, link, changed)),
    },
    null,
    1,
  )}\n`;
}

interface Known {
  readonly id: string;
  readonly title: string;
  readonly definition?: string | undefined;
  readonly parent?: string | undefined;
}

/** Competencies that the files describe, and those that questions only name. */
function competenciesOf(outgoing: Outgoing): readonly Known[] {
  const known = new Map<string, Known>(outgoing.files.flatMap(({ competencies = [] }) => competencies).map((one) => [one.id, one]));
  const named = placedQuestions(outgoing).flatMap(({ question }) => [
    ...question.competencies,
    ...question.rubric.criteria.map(({ competency }) => competency),
  ]);
  for (const id of named) if (!known.has(id)) known.set(id, { id, title: id });
  const parents = [...known.values()].flatMap(({ parent }) => (parent === undefined || known.has(parent) ? [] : [parent]));
  for (const id of parents) known.set(id, { id, title: id });
  return [...known.values()];
}

function rubricOf(placed: Placed, link: (...parts: readonly string[]) => Linked, changed: { readonly lastChangeDateTime: string }): object {
  const { file, question } = placed;
  const labels = levelLabels(file)(question.rubric.scale);
  const rubric = link('rubric', question.id);
  return {
    ...rubric,
    title: question.title,
    ...(question.prompt !== '' && { description: question.prompt }),
    ...changed,
    CFRubricCriteria: question.rubric.criteria.map(({ id, title, competency, weight, anchors }, index) => {
      const criterion = link('criterion', question.id, id);
      return {
        ...criterion,
        category: categoryNames(placed).at(-1) ?? question.category,
        description: title,
        CFItemURI: { title: competency, ...link('competency', competency) },
        weight,
        position: index + 1,
        rubricId: rubric.identifier,
        ...changed,
        CFRubricCriterionLevels: Object.entries(anchors).map(([level, anchor], place) => ({
          ...link('level', question.id, id, level),
          quality: labels.get(Number(level)) ?? `Level ${level}`,
          score: Number(level),
          description: anchor,
          position: place + 1,
          rubricCriterionId: criterion.identifier,
          ...changed,
        })),
      };
    }),
  };
}
