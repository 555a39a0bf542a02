import { type QuestionDefaults, type QuestionDocument, questionMembers, reportSharedPieceIds } from './question-document';
import { questionRecord, type QuestionRecord } from './question-record';
import { reportScaleLevels } from './scale-levels';
import { dictionary } from './shape/dictionary';
import { list, texts } from './shape/lists';
import { fallingBack, optional, record, required } from './shape/record';
import { choice, level, truth } from './shape/scalars';
import type { TypeOf } from './shape/shape';
import { line, name, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { LANGUAGE, LICENSE, SLUG, WEB_ADDRESS } from './text-pattern';
import { extensions, external } from './upkeep-shapes';

export const BANK_FORMAT = 'interview-bank/1';

const header = record('Bank', {
  id: required(name(SLUG), 'Stable slug of the bank.'),
  title: required(line(), 'Its name for people.'),
  license: optional(line(LIMITS.line, LICENSE), 'SPDX expression for questions that name none.'),
  language: optional(line(LIMITS.line, LANGUAGE), 'BCP 47 tag for questions that name none; `en` unless given.'),
  owner: optional(line(), 'Who keeps it.'),
  uri: optional(line(LIMITS.passage, WEB_ADDRESS), 'Where it lives.'),
  description: optional(text(LIMITS.passage), 'What it is for.'),
  extensions: optional(extensions, 'Foreign fields without a home here.'),
});

/** Repeated in every file of a bank. Licence and language hold for questions that do not name their own. */
export type BankHeader = TypeOf<typeof header>;

const scaleLevel = record('BankScaleLevel', {
  value: required(level(LIMITS.level), '1, 2, 3 …'),
  label: required(line(), 'One or two words.'),
  meaning: optional(text(LIMITS.passage), 'What it says about the person, whatever the question.'),
});

const scale = record(
  'BankScale',
  {
    id: required(name(SLUG), 'What rubrics call it.'),
    title: optional(line(), 'Its name for people.'),
    levels: required(list(scaleLevel, { maximum: LIMITS.level }), 'Three to seven, from the lowest, counted from 1.'),
    notObserved: optional(truth, 'Whether "not observed" is an answer beside the scale; it always is here, and is never a level.'),
  },
  { check: reportScaleLevels },
);
export type BankScale = TypeOf<typeof scale>;

const indicators = dictionary(
  { form: new RegExp(`^[1-${LIMITS.level}]$`), complaint: (key) => `Indicators are keyed by a level; found "${key}".` },
  texts(),
);

const competency = record('BankCompetency', {
  id: required(name(SLUG), 'What questions call it.'),
  title: required(line(), 'Its name for people.'),
  kind: optional(choice(['technical', 'behavioural', 'cognitive', 'domain', 'leadership']), 'What sort of ability it is.'),
  definition: optional(text(LIMITS.passage), 'What belongs to it.'),
  parent: optional(name(SLUG), 'The competency that it is a part of.'),
  indicators: optional(indicators, 'Behaviour by level, whatever the question.'),
  external: optional(list(external), 'Its names in other frameworks.'),
});
export type BankCompetency = TypeOf<typeof competency>;

const person = record('Person', {
  id: required(name(SLUG), 'What records call them.'),
  name: required(line(), 'Their name.'),
  uri: optional(line(LIMITS.passage, WEB_ADDRESS), 'Where they can be found.'),
});

/** A question as it stands in a file: its content, and its life. */
export type BankQuestion = QuestionDocument & { readonly record?: QuestionRecord };

const bankQuestion = (defaults: QuestionDefaults) =>
  record(
    'Question',
    {
      ...questionMembers(defaults),
      record: optional(questionRecord, 'Where it stands, who wrote and checked it; no part of the content.'),
    },
    { check: reportSharedPieceIds },
  );

/** The shape of a bank file whose header says what questions take over. */
export const bankFileShape = (defaults: QuestionDefaults) =>
  record(
    'BankFile',
    {
      $schema: optional(line(LIMITS.passage), 'Where an editor finds the JSON Schema.'),
      format: required(choice([BANK_FORMAT]), 'Always the same.'),
      bank: required(header, 'Whose questions these are.', 'bank: {id: …, title: …}'),
      category: optional(name(SLUG), 'Slug of the category that all questions of the file belong to; without one, a whole bank.'),
      categoryPath: optional(list(line(), { maximum: 8 }), 'Names of the category and those above it, from the top.'),
      people: optional(list(person, { maximum: 1_000, keyOf: ({ id }) => id }), 'People that records name by id.'),
      scales: optional(list(scale, { keyOf: ({ id }) => id }), 'Rating scales besides `standard`.'),
      competencies: optional(list(competency, { maximum: 500, keyOf: ({ id }) => id }), 'Competencies that are in no framework.'),
      questions: fallingBack(
        list(bankQuestion(defaults), { maximum: LIMITS.questionsPerFile, keyOf: ({ id }) => id }),
        [],
        'In the order in which they are to be read.',
      ),
      extensions: optional(extensions, 'Foreign fields without a home here.'),
    },
    {
      check: ({ category, questions }, path, log) => {
        questions.forEach((question, index) => {
          if (category === undefined || question.category === category) return;
          const message = `This file is about "${category}", the question about "${question.category}". Move it to that file, or mend one of the two.`;
          log.report('REFERENCE', [...path, 'questions', index, 'category'], message);
        });
      },
    },
  );

/** One file of a bank: one category, or a whole bank when `category` is absent. */
export type BankFile = TypeOf<ReturnType<typeof bankFileShape>>;

/** What questions take from a header; without a licence none is guessed. */
export const defaultsOf = ({ license, language }: Pick<BankHeader, 'license' | 'language'>): QuestionDefaults => ({
  license: license ?? 'LicenseRef-unknown',
  language: language ?? 'en',
});
