import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow, Public } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { localId, resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { CreateDeclarationLink } from '../application/create-declaration-link';
import { DeclareGroups } from '../application/declare-groups';
import { UpdateFairnessSettings } from '../application/update-fairness-settings';
import { ViewDeclarationLink } from '../application/view-declaration-link';
import { ViewFairness } from '../application/view-fairness';
import { WithdrawDeclaration } from '../application/withdraw-declaration';
import type { CreateDeclarationLinkError, DeclareGroupsError, UpdateFairnessSettingsError, WithdrawDeclarationError } from '../errors';
import {
  CreateDeclarationLinkInput,
  DeclarationLinkArgs,
  DeclareGroupsInput,
  UpdateFairnessSettingsInput,
  WithdrawDeclarationInput,
} from './fairness.inputs';
import {
  CreateDeclarationLinkPayload,
  DeclarationLink,
  DeclareGroupsPayload,
  Fairness,
  UpdateFairnessSettingsPayload,
  WithdrawDeclarationPayload,
} from './fairness.types';
import { presentFairness } from './present-fairness';

const { ConflictError, IdempotencyMismatchError, NotFoundError, RevisionConflictError, ValidationError } = sharedErrorTypes;
const CreateResult = resultUnion<CreateDeclarationLinkPayload, CreateDeclarationLinkError>(
  'CreateDeclarationLinkResult',
  CreateDeclarationLinkPayload,
  { NotFoundError, ConflictError, IdempotencyMismatchError },
);
const DeclareResult = resultUnion<DeclareGroupsPayload, DeclareGroupsError>('DeclareGroupsResult', DeclareGroupsPayload, {
  NotFoundError,
  ConflictError,
  ValidationError,
});
const WithdrawResult = resultUnion<WithdrawDeclarationPayload, WithdrawDeclarationError>(
  'WithdrawDeclarationResult',
  WithdrawDeclarationPayload,
  {
    NotFoundError,
    ConflictError,
  },
);
const SettingsResult = resultUnion<UpdateFairnessSettingsPayload, UpdateFairnessSettingsError>(
  'UpdateFairnessSettingsResult',
  UpdateFairnessSettingsPayload,
  { ValidationError, RevisionConflictError },
);

/** Groups that candidates declare themselves to belong to, and how selection treats them. */
@Resolver()
export class FairnessResolver {
  constructor(
    private readonly view: ViewFairness,
    private readonly linkView: ViewDeclarationLink,
    private readonly createVerb: CreateDeclarationLink,
    private readonly declareVerb: DeclareGroups,
    private readonly withdrawVerb: WithdrawDeclaration,
    private readonly settingsVerb: UpdateFairnessSettings,
  ) {}

  @Query(() => Fairness, {
    nullable: true,
    description:
      'Selection rates of self-declared groups, over everything or over one role profile; null where there is no such role profile. Never over an opening: it is too small.',
  })
  @Allow('fairness.read')
  async fairness(
    @CurrentActor() actor: Actor,
    @Args('roleProfileId', { type: () => ID, nullable: true }) roleProfileId: string | null,
  ): Promise<Fairness | null> {
    const given = roleProfileId !== null && roleProfileId !== undefined;
    const id = given ? localId(actor, 'RoleProfile', roleProfileId) : null;
    const seen = given && id === null ? null : await this.view.execute(actor, id);
    return seen && presentFairness(seen);
  }

  @Query(() => DeclarationLink, {
    nullable: true,
    description: 'Who asks you to declare, and until when; null where there is no such link. Nothing of whether you have.',
  })
  @Public('the secret of the link stands for the candidate, who has no account')
  async declarationLink(@Args() { token }: DeclarationLinkArgs): Promise<DeclarationLink | null> {
    return this.linkView.execute(token);
  }

  @Mutation(() => CreateResult.type, {
    description:
      'Makes the link by which a candidate declares to which groups she belongs, or leaves it. By one that she had she can then only take back what she declared by it, which stands until she does.',
  })
  @Allow('declaration.invite')
  async createDeclarationLink(@CurrentActor() actor: Actor, @Args('input') input: CreateDeclarationLinkInput): Promise<object> {
    const { candidateId, idempotencyKey } = input;
    const made = await this.createVerb.execute(actor, { candidateId: localId(actor, 'Candidate', candidateId), idempotencyKey });
    return CreateResult.of(made.ok ? ok({ link: made.value.link, expiresAt: new Date(made.value.expiresAt) }) : made);
  }

  @Mutation(() => DeclareResult.type, {
    description:
      'Declares to which groups you belong. Nobody here sees it; it enters figures over groups. Declared again by the same link it takes the place of what was; what was declared by an earlier link stands.',
  })
  @Public('the secret of the link stands for the candidate, who has no account')
  async declareGroups(@Args('input') { token, gender, ageGroup, ethnicity, disability }: DeclareGroupsInput): Promise<object> {
    const said = { gender: gender ?? null, ageGroup: ageGroup ?? null, ethnicity: ethnicity ?? null, disability: disability ?? null };
    return DeclareResult.of(await this.declareVerb.execute({ token, ...said }));
  }

  @Mutation(() => WithdrawResult.type, { description: 'Erases what you declared.' })
  @Public('the secret of the link stands for the candidate, who has no account')
  async withdrawDeclaration(@Args('input') input: WithdrawDeclarationInput): Promise<object> {
    return WithdrawResult.of(await this.withdrawVerb.execute(input));
  }

  @Mutation(() => SettingsResult.type, { description: 'Sets how many people a figure over a group needs at least.' })
  @Allow('fairness.configure')
  async updateFairnessSettings(@CurrentActor() actor: Actor, @Args('input') input: UpdateFairnessSettingsInput): Promise<object> {
    return SettingsResult.of(await this.settingsVerb.execute(actor, input));
  }
}
