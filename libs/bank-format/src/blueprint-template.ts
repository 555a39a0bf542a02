import { QUESTION_FORMS, QUESTION_KINDS, type QuestionForm, type QuestionKind } from './question-words';
import { list, names } from './shape/lists';
import { fallingBack, optional, record, type RecordOf, required } from './shape/record';
import { choice, number } from './shape/scalars';
import type { Shape, TypeOf } from './shape/shape';
import { line, name, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { SLUG } from './text-pattern';
import { isRecord, nameOfType, readChoice } from './value-readers';

export const BLUEPRINT_FORMAT = 'blueprint-template/1';

/** Minutes by which two questions may differ and still be parallel. */
export const SLOT_MINUTES_TOLERANCE = 3;

type Forms = Readonly<Partial<Record<QuestionKind, QuestionForm>>>;

/** Kind → length of the questions of this kind. */
const forms: Shape<Forms> = {
  called: 'a record',
  read: (value, path, log) => {
    if (!isRecord(value)) {
      log.report('TYPE', path, `"forms" must be a record; found ${nameOfType(value)}.`);
      return undefined;
    }
    const read = Object.entries(value).flatMap(([kind, form]): [QuestionKind, QuestionForm][] => {
      const readKind = readChoice(kind, [...path, kind], log, QUESTION_KINDS);
      const readForm = readChoice(form, [...path, kind], log, QUESTION_FORMS);
      return readKind === null || readForm === null ? [] : [[readKind, readForm]];
    });
    return Object.fromEntries(read);
  },
  schema: () => ({ type: 'object', propertyNames: { enum: QUESTION_KINDS }, additionalProperties: { enum: QUESTION_FORMS } }),
  slim: (value) => value,
};

const none: readonly string[] = [];

/** One place for one question, drawn from any of `categories` or any of `competencies`; both empty means any category. */
const slot = record(
  'TemplateSlot',
  {
    label: required(line(), 'Its name for people.'),
    minutes: required(
      number({ minimum: 1, maximum: LIMITS.minutes, step: 0.5 }),
      `Planned minutes of question time; a question fits when its target differs by at most ${SLOT_MINUTES_TOLERANCE}.`,
    ),
    categories: fallingBack(names(SLUG), none, "Slugs: the question's category is one of them."),
    competencies: fallingBack(names(SLUG), none, "Slugs: the question's first competency is one of them."),
    kinds: required(
      list(choice(QUESTION_KINDS), {
        maximum: QUESTION_KINDS.length,
        keyOf: String,
        needsOne: `Say which kinds fit: ${QUESTION_KINDS.join(', ')}.`,
      }),
      "The question's kind is one of them.",
    ),
    forms: fallingBack<Forms>(forms, {}, 'Where it names a kind, questions of that kind have that length.'),
  },
  {
    check: ({ categories, competencies, kinds, forms: lengths }, path, log) => {
      if (categories.length > 0 && competencies.length > 0)
        log.report(
          'REFERENCE',
          [...path, 'competencies'],
          'A slot draws from categories or from competencies. Remove one of the two lists.',
        );
      for (const kind of Object.keys(lengths)) readChoice(kind, [...path, 'forms', kind], log, kinds);
    },
  },
);
export type TemplateSlot = TypeOf<typeof slot>;

const roundMinutes = record('RoundMinutes', {
  max: required(
    number({ minimum: 1, maximum: LIMITS.minutes, step: 1 }),
    "Bounds the question time; opening, the candidate's questions and rating come on top.",
  ),
});

/** One interview. */
const round = record(
  'TemplateRound',
  {
    name: required(line(), 'Its name for people; unique.'),
    minutes: required(roundMinutes, 'Its time.'),
    slots: required(list(slot, { maximum: LIMITS.criteria, needsOne: 'A round has at least one slot.' }), 'In the order of asking.'),
  },
  {
    check: ({ minutes, slots }, path, log) => {
      const planned = slots.reduce((total, each) => total + each.minutes, 0);
      if (planned > minutes.max)
        log.report(
          'SUM',
          [...path, 'slots'],
          `The slots take ${planned} minutes, the round has ${minutes.max}. Shorten one or allow more.`,
        );
    },
  },
);
export type TemplateRound = TypeOf<typeof round>;

const templateMembers = {
  slug: required(name(SLUG), 'Stable slug of the template.'),
  name: required(line(), 'Its name for people.'),
  roleProfile: required(name(SLUG), 'Slug of the role profile whose weights the kit is for.'),
  description: optional(text(LIMITS.passage), 'What it is good for, for the person who chooses.'),
  rounds: required(
    list(round, { maximum: 10, keyOf: (entry) => entry.name, needsOne: 'A blueprint has at least one round.' }),
    'In the order of the loop.',
  ),
  mandatoryCategories: fallingBack(names(SLUG), none, 'Slugs of the categories that must have a question in the kit.'),
} as const;

/** A ready-made set of wishes for a kit of one role. An organization starts from it and changes what it likes. */
export type BlueprintTemplate = RecordOf<typeof templateMembers>;

/** The file that it stands in. */
export const blueprintFile = record('BlueprintFile', {
  format: required(choice([BLUEPRINT_FORMAT]), 'Always the same.'),
  ...templateMembers,
});
