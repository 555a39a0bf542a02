/* The members of a package that we write, as CASE 1.1 (information model and REST binding) describes them. */

const uuid = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' };
const named = { identifier: uuid, uri: { type: 'string', format: 'uri' }, lastChangeDateTime: { type: 'string', format: 'date-time' } };
const link = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'identifier', 'uri'],
  properties: { title: { type: 'string', minLength: 1 }, identifier: uuid, uri: { type: 'string', format: 'uri' } },
};
const text = { type: 'string', minLength: 1 };
const always = ['identifier', 'uri', 'lastChangeDateTime'];

const of = (required: readonly string[], properties: object): object => ({
  type: 'object',
  additionalProperties: false,
  required: [...always, ...required],
  properties: { ...named, ...properties },
});
const list = (items: object): object => ({ type: 'array', items });

const level = of([], {
  quality: text,
  score: { type: 'number' },
  description: text,
  feedback: text,
  position: { type: 'integer' },
  rubricCriterionId: uuid,
});
const criterion = of([], {
  category: text,
  description: text,
  CFItemURI: link,
  weight: { type: 'number' },
  position: { type: 'integer' },
  rubricId: uuid,
  CFRubricCriterionLevels: list(level),
});

export const caseSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['CFDocument', 'CFItems', 'CFAssociations'],
  properties: {
    CFDocument: of(['creator', 'title'], {
      creator: text,
      title: text,
      caseVersion: { const: '1.1' },
      adoptionStatus: { enum: ['Private Draft', 'Draft', 'Adopted', 'Deprecated'] },
      language: text,
      CFPackageURI: link,
    }),
    CFItems: list(
      of(['fullStatement', 'CFDocumentURI'], {
        fullStatement: text,
        abbreviatedStatement: text,
        humanCodingScheme: text,
        CFItemType: text,
        language: text,
        CFDocumentURI: link,
      }),
    ),
    CFAssociations: list(
      of(['associationType', 'originNodeURI', 'destinationNodeURI'], {
        associationType: { const: 'isChildOf' },
        originNodeURI: link,
        destinationNodeURI: link,
        CFDocumentURI: link,
      }),
    ),
    CFRubrics: list(of([], { title: text, description: text, CFRubricCriteria: list(criterion) })),
  },
};
