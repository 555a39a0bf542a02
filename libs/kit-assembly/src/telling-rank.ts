import type { Wish, WishSubject } from './wish';

const ORDER: readonly WishSubject['of'][] = [
  'enemies',
  'variantFamily',
  'firstCompetency',
  'exposure',
  'asked',
  'seniority',
  'excluded',
  'judged',
  'spread',
  'meanDifficulty',
  'level',
  'load',
  'raters',
  'mustHave',
  'pin',
  'questions',
  'tag',
  'competency',
  'category',
  'kind',
  'slot',
  'minutes',
];

/** How much a wish tells a person who wants to change the blueprint; equal ranks keep their order. */
export const tellingRank = ({ subject }: Wish): number => ORDER.indexOf(subject.of);
