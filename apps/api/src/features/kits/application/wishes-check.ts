import { Injectable } from '@nestjs/common';
import { QUESTION_KINDS } from '@touchstone/bank-format';
import type { BlueprintWishes, NamedBound } from '@touchstone/interviewing/kits';
import { err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import { blueprintFaults, type PoolQuestion } from '@touchstone/kit-assembly';
import type { Transaction } from '@touchstone/platform/database';
import { Competencies } from '../../competencies';
import { Organizations } from '../../organizations';
import { Questions } from '../../question-bank';
import type { WishesError } from '../errors';
import { toKitBlueprint } from './to-kit-blueprint';

/** Wishes as they are asked for: ids that name nothing here are null, and training questions may be left to the organization. */
export interface WishesInput extends Omit<BlueprintWishes, 'excludedQuestionIds' | 'mustHaveQuestionIds' | 'enemies' | 'includeTraining'> {
  readonly excludedQuestionIds: readonly (string | null)[];
  readonly mustHaveQuestionIds: readonly (string | null)[];
  readonly enemies: readonly (readonly [string | null, string | null])[];
  readonly includeTraining: boolean | null;
}

/**
 * Are these wishes that a kit can be asked for? Everything they name is here, and they do not contradict themselves on their
 * face. Whether the questions of today satisfy them is another matter, which assembly answers.
 */
@Injectable()
export class WishesCheck {
  constructor(
    private readonly competencies: Competencies,
    private readonly questions: Questions,
    private readonly organizations: Organizations,
  ) {}

  async check(
    tx: Transaction,
    organizationId: string,
    input: WishesInput,
    path: readonly string[],
  ): Promise<Result<BlueprintWishes, WishesError>> {
    const mentioned = mentionedQuestions(input, path);
    const ids = mentioned.flatMap(({ id }) => id ?? []);
    const found = ids.length > 0 ? await this.questions.byIds(tx, organizationId, ids) : [];
    const slugOf = new Map(found.map(({ id, slug }) => [id, slug]));
    const stranger = mentioned.find(({ id }) => id === null || !slugOf.has(id));
    if (stranger !== undefined) return err(notFound('question', stranger.path));

    const unknown = await this.unknownName(tx, organizationId, input, path);
    if (unknown !== null) return unknown;
    const wishes = { ...input, includeTraining: input.includeTraining ?? (await this.isDemo(tx, organizationId)) } as BlueprintWishes;
    const [fault] = faultsOnTheirFace(wishes, slugOf);
    return fault === undefined ? ok(wishes) : err(invalid(fault.message, [...path, ...fault.path]));
  }

  private async unknownName(
    tx: Transaction,
    organizationId: string,
    input: WishesInput,
    path: readonly string[],
  ): Promise<Result<never, WishesError> | null> {
    const known = await this.competencies.known(tx, organizationId);
    const kinds = new Set<string>(QUESTION_KINDS);
    const inRounds = input.rounds.flatMap(({ competencies, categories, kinds: ofRound, slots = [] }, index) => [
      ...names(competencies, known.competencies, 'competency', [...path, 'rounds', String(index), 'competencies']),
      ...names(categories, known.categories, 'category', [...path, 'rounds', String(index), 'categories']),
      ...names(ofRound, kinds, 'kind of question', [...path, 'rounds', String(index), 'kinds']),
      ...slots.flatMap((slot, at) => {
        const place = [...path, 'rounds', String(index), 'slots', String(at)];
        return [
          ...names(slot.competencies.map(named), known.competencies, 'competency', [...place, 'competencies']),
          ...names(slot.categories.map(named), known.categories, 'category', [...place, 'categories']),
          ...names(slot.kinds.map(named), kinds, 'kind of question', [...place, 'kinds']),
        ];
      }),
    ]);
    const mandatory = names(input.mandatoryCategories.map(named), known.categories, 'category', [...path, 'mandatoryCategories']);
    const [unknown] = [...inRounds, ...mandatory];
    if (unknown === undefined) return null;
    return err(invalid(`There is no ${unknown.noun} '${unknown.slug}' in use here. Check the spelling.`, unknown.path));
  }

  private async isDemo(tx: Transaction, organizationId: string): Promise<boolean> {
    return (await this.organizations.byId(tx, organizationId))?.demo ?? false;
  }
}

interface Mention {
  readonly id: string | null;
  readonly path: readonly string[];
}

const mentionedQuestions = ({ excludedQuestionIds, mustHaveQuestionIds, enemies }: WishesInput, path: readonly string[]): Mention[] => [
  ...excludedQuestionIds.map((id, index) => ({ id, path: [...path, 'excludedQuestionIds', String(index)] })),
  ...mustHaveQuestionIds.map((id, index) => ({ id, path: [...path, 'mustHaveQuestionIds', String(index)] })),
  ...enemies.flatMap(([one, other], index) => [
    { id: one, path: [...path, 'enemies', String(index), 'questionId'] },
    { id: other, path: [...path, 'enemies', String(index), 'otherQuestionId'] },
  ]),
];

const named = (slug: string): Pick<NamedBound, 'slug'> => ({ slug });

interface UnknownName {
  readonly noun: string;
  readonly slug: string;
  readonly path: readonly string[];
}

const names = (
  bounds: readonly Pick<NamedBound, 'slug'>[],
  known: { has(slug: string): boolean },
  noun: string,
  path: readonly string[],
): UnknownName[] => bounds.flatMap(({ slug }, index) => (known.has(slug) ? [] : [{ noun, slug, path: [...path, String(index)] }]));

/** Faults that no pool could mend. The check wants a pool, so it gets the questions that the wishes name, and nothing that it misses there counts. */
function faultsOnTheirFace(wishes: BlueprintWishes, slugOf: ReadonlyMap<string, string>): ReturnType<typeof blueprintFaults> {
  const stand = (id: string): PoolQuestion => ({
    id,
    category: '',
    competencies: [],
    kind: '',
    minutes: 1,
    difficulty: 3,
    quality: 0,
    exposure: 0,
    enemies: [],
  });
  const named = [...new Set(slugOf.values())].map(stand);
  const faults = blueprintFaults(toKitBlueprint(wishes, {}, slugOf), named.length > 0 ? named : [stand('any')]);
  return faults.filter(({ code }) => code !== 'UNKNOWN_IN_POOL');
}
