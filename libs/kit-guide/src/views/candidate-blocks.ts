import { type CandidateView, type CandidateExhibit, candidateView, type QuestionDocument } from '@touchstone/bank-format';
import { blocksOfMarkup } from '../sheet/blocks-of-markup';
import { type Block, plain } from '../sheet/sheet';
import { texts } from './texts';

/** What a candidate has of one question: made from the candidate's view and from nothing else, so nothing of the scorer's half can be on it. */
export const candidateBlocks = (question: QuestionDocument): readonly Block[] => blocksOfView(candidateView(question));

/** Context, prompt, choices and exhibits. */
export const blocksOfView = ({ context, prompt, choices = [], exhibits }: CandidateView): readonly Block[] => [
  ...(context === undefined ? [] : blocksOfMarkup(context)),
  ...blocksOfMarkup(prompt),
  ...(choices.length === 0 ? [] : [{ kind: 'list', marker: 'box', items: choices.map(({ text }) => plain(text)) } as const]),
  ...exhibits.flatMap(exhibitBlocks),
];

export function exhibitBlocks({ id, title, format, content, alt, attachment }: CandidateExhibit): readonly Block[] {
  const heading = texts.exhibit(id, title);
  const body: readonly Block[] =
    format === 'markdown'
      ? [{ kind: 'heading', level: 3, text: heading }, ...blocksOfMarkup(content)]
      : [{ kind: 'verbatim', title: heading, text: content }];
  return [
    ...body,
    ...(attachment === undefined ? [] : [{ kind: 'facts', line: plain(texts.fileBeside(attachment.file)) } as const]),
    ...(alt === undefined ? [] : [{ kind: 'facts', line: plain(texts.alt + alt) } as const]),
  ];
}
