import { candidateView } from '@touchstone/bank-format';
import type { GuideKit } from '../guide';
import { type Block, plain, type Sheet } from '../sheet/sheet';
import { exhibitBlocks } from './candidate-blocks';
import { languageOf } from './candidate-sheet';
import { numberedRounds } from './numbered-items';
import { texts } from './texts';

/** Cards to be given when they are asked for, one a page. What one has to ask for does not stand on them. */
export function evidenceSheet(kit: GuideKit, only: number | null): Sheet {
  const cards = numberedRounds(kit, only).flatMap(({ items }) =>
    items.flatMap(({ number, question }) => {
      const asked = new Set(question.evidenceOnRequest.map(({ id }) => id));
      return candidateView(question, asked)
        .exhibits.filter(({ id }) => asked.has(id))
        .map((exhibit): readonly Block[] => [
          { kind: 'heading', level: 2, text: `${texts.question} ${number}` },
          ...exhibitBlocks(exhibit),
        ]);
    }),
  );
  return {
    title: texts.evidenceCards(kit.name),
    language: languageOf(kit),
    foot: texts.foot(kit.name, kit.contentHash),
    blocks:
      cards.length === 0
        ? [{ kind: 'prose', line: plain(texts.nothingOnRequest) }]
        : cards.flatMap((card, index) => (index === 0 ? card : [{ kind: 'page' } as const, ...card])),
  };
}
