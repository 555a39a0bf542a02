import { EXHIBIT_FORMATS, RESPONSE_MODES } from './question-words';
import { optional, record, required } from './shape/record';
import { list } from './shape/lists';
import { choice, number, truth } from './shape/scalars';
import type { TypeOf } from './shape/shape';
import { line, name, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { FILE_IN_PACKAGE, MEDIA_TYPE, PART_ID, SHA256 } from './text-pattern';

/* What a candidate may come to see. */

const exhibitId = name(PART_ID);

const attachment = record('Attachment', {
  file: required(line(LIMITS.line, FILE_IN_PACKAGE), 'Where the file lies beside the bank file.'),
  mediaType: required(line(LIMITS.tag, MEDIA_TYPE), 'What it is, such as `image/png`.'),
  sha256: optional(line(LIMITS.tag + 4, SHA256), 'SHA-256 of its bytes, in hex.'),
});

/** Something the candidate is shown. Ids are unique in a question over exhibits and evidence together: the candidate is told "exhibit E". */
export const exhibit = record('Exhibit', {
  id: required(exhibitId, 'How it is called in the room: A, B, C.'),
  title: required(line(), 'One line above it. Gives nothing away.'),
  format: required(choice(EXHIBIT_FORMATS), 'How it is set. All are plain text; `table` is columns aligned by spaces.'),
  content: required(text(), 'The text itself, verbatim. For an attachment: the same content in words.'),
  alt: optional(text(LIMITS.passage), 'What it shows, told to someone who cannot see it.'),
  attachment: optional(attachment, 'A file beside the text, such as an image. Never instead of it.'),
});
export type Exhibit = TypeOf<typeof exhibit>;

export const requestableEvidence = record('RequestableEvidence', {
  id: required(exhibitId, 'How it is called once it is shown: E, F, G.'),
  askLike: required(line(), 'What a candidate may ask for, in other words. Never shown: it would tell what to ask.'),
  title: optional(line(), 'One line above it; "Exhibit E" unless given.'),
  format: optional(choice(EXHIBIT_FORMATS), 'As for exhibits; `text` unless given.'),
  content: required(text(), 'The text itself, verbatim.'),
});
export type RequestableEvidence = TypeOf<typeof requestableEvidence>;

const option = record('Choice', {
  id: required(exhibitId, 'Unique in the question.'),
  text: required(text(LIMITS.passage), 'What the candidate reads.'),
  correct: optional(truth, 'For scorers.'),
  score: optional(number({ minimum: -1000, maximum: 1000, step: 0 }), 'For scorers: points, where some are worth part of the whole.'),
  feedback: optional(text(LIMITS.passage), 'For scorers.'),
});

const seconds = number({ minimum: 1, maximum: 86_400, step: 1 });
const words = number({ minimum: 1, maximum: 20_000, step: 1 });

/** How the answer is given, where it is not simply spoken. */
export const response = record('Response', {
  mode: required(choice(RESPONSE_MODES), 'How the answer is given.'),
  maxSeconds: optional(seconds, 'For recorded answers.'),
  minWords: optional(words, 'For written answers.'),
  maxWords: optional(words, 'For written answers.'),
  language: optional(line(LIMITS.tag), 'For code: the programming language.'),
  template: optional(text(), 'What the field holds when the candidate begins.'),
  shuffle: optional(truth, 'Whether the order of the choices means nothing.'),
  choices: optional(list(option, { keyOf: ({ id }) => id }), 'What can be chosen.'),
});
export type Response = TypeOf<typeof response>;
