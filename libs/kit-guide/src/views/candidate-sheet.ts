import type { GuideKit } from '../guide';
import type { Block, Sheet } from '../sheet/sheet';
import { candidateBlocks } from './candidate-blocks';
import { numberedRounds } from './numbered-items';
import { texts } from './texts';

/** What is handed over, a question a page and without titles, which are names for the panel. */
export function candidateSheet(kit: GuideKit, only: number | null): Sheet {
  const pages = numberedRounds(kit, only).flatMap(({ items }) =>
    items.map(({ number, question }): readonly Block[] => [
      { kind: 'heading', level: 2, text: `${texts.question} ${number}` },
      ...candidateBlocks(question),
    ]),
  );
  return {
    title: texts.candidate(kit.name),
    language: languageOf(kit),
    foot: texts.foot(kit.name, kit.contentHash),
    blocks: pages.flatMap((page, index) => (index === 0 ? page : [{ kind: 'page' } as const, ...page])),
  };
}

/** The language of most of its questions is that of their first one. */
export const languageOf = (kit: GuideKit): string => kit.rounds.flatMap(({ items }) => items)[0]?.question.language ?? 'en';
