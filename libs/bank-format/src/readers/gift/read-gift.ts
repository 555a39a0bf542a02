import type { GIFTQuestion, TextFormat } from 'gift-pegjs';
import type { IncomingChoice, IncomingQuestion } from '../../doors/incoming';
import { ownReference } from '../../doors/own-reference';
import type { Found, Reading } from '../../doors/reading';
import type { DoorPlace } from '../../guard/door-fault';
import { moodlePath } from '../moodle/read-moodle';
import { parted } from '../parted';
import { shortFields, withShortFields } from '../short-tags';
import { type GiftBlock, giftBlocks } from './gift-blocks';

/** What the parser of one block answers within reason; longer blocks are no questions. */
const LONGEST_BLOCK = 40_000;

/** Questions in GIFT, block by block. The only file that knows `gift-pegjs`. */
export async function readGift(text: string, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const { parse } = await import('gift-pegjs');
  const questions: IncomingQuestion[] = [];
  const categories: string[] = [];
  let path: readonly string[] = [];
  for (const block of giftBlocks(text)) {
    for (const parsed of parsedBlock(block, parse, reading)) {
      const place: DoorPlace = { line: block.line };
      if (parsed.type === 'Category') {
        path = moodlePath(parsed.title);
        categories.push(parsed.title);
      } else if (parsed.type === 'Description') {
        reading.notices.note('FIELD_DROPPED', 'A description between questions was left out; it asks nothing.', '', place);
      } else {
        reading.countQuestion();
        questions.push(questionOf(parsed, place, path, reading));
      }
    }
  }
  return { questions, categories: [...new Set(categories)] };
}

function parsedBlock(block: GiftBlock, parse: (text: string) => GIFTQuestion[], reading: Reading): readonly GIFTQuestion[] {
  if (block.text.split('\n').every((line) => line.trim().startsWith('//'))) return [];
  const tell = (why: string, place: DoorPlace): readonly GIFTQuestion[] => {
    reading.notices.warn(
      'GIFT_BLOCK_INVALID',
      `The question cannot be read and was left out: ${why}.`,
      'Mend it, or write it anew.',
      place,
    );
    return [];
  };
  if (block.text.length > LONGEST_BLOCK) return tell('it is longer than any question', { line: block.line });
  try {
    return parse(`${block.text}\n\n`);
  } catch (problem) {
    const start = (problem as { location?: { start?: { line: number; column: number } } }).location?.start;
    if (start === undefined) return tell('its marks do not fit together', { line: block.line });
    return tell('something stands where GIFT does not expect it', { line: block.line + start.line - 1, column: start.column });
  }
}

type Asked = Exclude<GIFTQuestion, { type: 'Category' } | { type: 'Description' }>;

function questionOf(parsed: Asked, place: DoorPlace, categoryPath: readonly string[], reading: Reading): IncomingQuestion {
  const { type } = parsed;
  const own = ownReference(parsed.id);
  const text = textOf(parsed.stem, place, reading);
  const answer = type === 'Essay' ? 'open' : type === 'MC' ? 'choice' : type === 'TF' ? 'true-false' : 'other';
  if (answer === 'other')
    reading.notices.warn(
      'TYPE_NOT_REPRESENTABLE',
      `An interview has no place for the kind "${WORDS[type] ?? type}"; its text is kept.`,
      '',
      place,
    );
  const tags = shortFields(parsed.tags ?? []);
  const feedback = parsed.globalFeedback === null ? '' : textOf(parsed.globalFeedback, place, reading);
  return {
    place,
    sourceId: parsed.id ?? null,
    own,
    title: parsed.title,
    ...parted(text, own !== null),
    answer,
    ...(answer === 'other' && { foreignType: type }),
    ...choicesOf(parsed, place, reading),
    categoryPath,
    tags: tags.rest,
    ...withShortFields(tags),
    ...(feedback !== '' && { script: { scoringNotes: feedback } }),
    foreign: { format: 'gift', fields: { type } },
  };
}

const WORDS: Readonly<Record<string, string>> = { Short: 'short answer', Numerical: 'numerical', Matching: 'matching' };

function textOf({ format, text }: TextFormat, place: DoorPlace, reading: Reading): string {
  const clean = text.trim();
  return format === 'html' ? reading.fromHtml(clean, place).markdown : reading.fromMaybeHtml(clean, place);
}

function choicesOf(parsed: Asked, place: DoorPlace, reading: Reading): Pick<IncomingQuestion, 'mode' | 'choices'> {
  if (parsed.type === 'TF') {
    return {
      mode: 'single-choice',
      choices: [
        { text: 'True', correct: parsed.isTrue },
        { text: 'False', correct: !parsed.isTrue },
      ],
    };
  }
  if (parsed.type !== 'MC') return {};
  const choices = parsed.choices.map((choice): IncomingChoice => {
    const isPart = choice.weight !== null && choice.weight > 0 && choice.weight < 100;
    return {
      text: textOf(choice.text, place, reading) || '(empty)',
      correct: choice.isCorrect || (choice.weight ?? 0) > 0,
      ...(isPart && { score: (choice.weight ?? 0) / 100 }),
      ...(choice.feedback !== null && { feedback: textOf(choice.feedback, place, reading) }),
    };
  });
  return { mode: choices.filter(({ correct }) => correct).length > 1 ? 'multiple-choice' : 'single-choice', choices };
}
