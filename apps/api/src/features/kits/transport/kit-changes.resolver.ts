import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor } from '@touchstone/platform/actor';
import { CurrentActor } from '@touchstone/platform/actor';
import { globalId, localId, resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { AssembleKit } from '../application/assemble-kit';
import { DeleteKit } from '../application/delete-kit';
import { MoveItem } from '../application/move-item';
import { PublishKit } from '../application/publish-kit';
import { RenameKit } from '../application/rename-kit';
import { SwapItem } from '../application/swap-item';
import type { AssembleKitError, ChangeItemsError, DraftError, PublishKitError } from '../errors';
import { AssembleKitInput, DeleteKitInput, MoveItemInput, PublishKitInput, RenameKitInput, SwapItemInput } from './kit.inputs';
import {
  AssembleKitPayload,
  AssemblyTimeLimitErrorType,
  BrokenWishesErrorType,
  DeleteKitPayload,
  InfeasibleBlueprintErrorType,
  MoveItemPayload,
  PublishKitPayload,
  RenameKitPayload,
  SwapItemPayload,
} from './kit-payload.types';
import { presentKit } from './present-kit';
import { readVariety } from './read-kits-order';

const { ConflictError, IdempotencyMismatchError, NotFoundError, RevisionConflictError, ValidationError } = sharedErrorTypes;
const draft = { ConflictError, NotFoundError, RevisionConflictError };

const AssembleResult = resultUnion<AssembleKitPayload, AssembleKitError>('AssembleKitResult', AssembleKitPayload, {
  AssemblyTimeLimitError: AssemblyTimeLimitErrorType,
  ConflictError,
  IdempotencyMismatchError,
  InfeasibleBlueprintError: InfeasibleBlueprintErrorType,
  NotFoundError,
  ValidationError,
});
const SwapResult = resultUnion<SwapItemPayload, ChangeItemsError>('SwapItemResult', SwapItemPayload, { ...draft, ValidationError });
const MoveResult = resultUnion<MoveItemPayload, ChangeItemsError>('MoveItemResult', MoveItemPayload, { ...draft, ValidationError });
const RenameResult = resultUnion<RenameKitPayload, DraftError>('RenameKitResult', RenameKitPayload, draft);
const DeleteResult = resultUnion<DeleteKitPayload, DraftError>('DeleteKitResult', DeleteKitPayload, draft);
const PublishResult = resultUnion<PublishKitPayload, PublishKitError>('PublishKitResult', PublishKitPayload, {
  ...draft,
  BrokenWishesError: BrokenWishesErrorType,
  IdempotencyMismatchError,
});

/** Making and changing kits. */
@Resolver()
export class KitChangesResolver {
  constructor(
    private readonly assemble: AssembleKit,
    private readonly swap: SwapItem,
    private readonly move: MoveItem,
    private readonly rename: RenameKit,
    private readonly publish: PublishKit,
    private readonly remove: DeleteKit,
  ) {}

  @Mutation(() => AssembleResult.type, {
    description: 'Makes the best kit that a blueprint allows from the approved questions, as a draft with its proof.',
  })
  @Allow('kit.assemble')
  async assembleKit(
    @CurrentActor() actor: Actor,
    @Args('input') { blueprintId, name, timeLimitSeconds, variety, idempotencyKey }: AssembleKitInput,
  ): Promise<object> {
    const made = await this.assemble.execute(actor, {
      blueprintId: localId(actor, 'Blueprint', blueprintId),
      name,
      timeLimitSeconds,
      variety: readVariety(variety),
      idempotencyKey,
    });
    return AssembleResult.of(made.ok ? ok({ kit: presentKit(made.value.kit) }) : made);
  }

  @Mutation(() => SwapResult.type, {
    description: 'Puts another question in the place of one, and says which wishes the draft now breaks.',
  })
  @Allow('kit.edit')
  async swapItem(
    @CurrentActor() actor: Actor,
    @Args('input') { kitId, questionId, replacementQuestionId, expectedRevision }: SwapItemInput,
  ): Promise<object> {
    const changed = await this.swap.execute(actor, {
      kitId: localId(actor, 'Kit', kitId),
      questionId: localId(actor, 'Question', questionId),
      replacementQuestionId: localId(actor, 'Question', replacementQuestionId),
      expectedRevision,
    });
    return SwapResult.of(
      changed.ok ? ok({ kit: presentKit(changed.value.kit), violations: changed.value.kit.report.violations }) : changed,
    );
  }

  @Mutation(() => MoveResult.type, {
    description: 'Moves a question within its round or to another one, and says which wishes the draft now breaks.',
  })
  @Allow('kit.edit')
  async moveItem(
    @CurrentActor() actor: Actor,
    @Args('input') { kitId, questionId, toRound, toPosition, expectedRevision }: MoveItemInput,
  ): Promise<object> {
    const changed = await this.move.execute(actor, {
      kitId: localId(actor, 'Kit', kitId),
      questionId: localId(actor, 'Question', questionId),
      toRound,
      toPosition,
      expectedRevision,
    });
    return MoveResult.of(
      changed.ok ? ok({ kit: presentKit(changed.value.kit), violations: changed.value.kit.report.violations }) : changed,
    );
  }

  @Mutation(() => RenameResult.type, { description: 'Gives a draft another name.' })
  @Allow('kit.edit')
  async renameKit(@CurrentActor() actor: Actor, @Args('input') { kitId, name, expectedRevision }: RenameKitInput): Promise<object> {
    const changed = await this.rename.execute(actor, { kitId: localId(actor, 'Kit', kitId), name, expectedRevision });
    return RenameResult.of(changed.ok ? ok({ kit: presentKit(changed.value.kit) }) : changed);
  }

  @Mutation(() => PublishResult.type, {
    description:
      'Freezes and hashes a draft. Refused while it breaks a hard wish or what makes it parallel to its family, or holds a question that is no longer approved.',
  })
  @Allow('kit.publish')
  async publishKit(
    @CurrentActor() actor: Actor,
    @Args('input') { kitId, expectedRevision, idempotencyKey }: PublishKitInput,
  ): Promise<object> {
    const published = await this.publish.execute(actor, { kitId: localId(actor, 'Kit', kitId), expectedRevision, idempotencyKey });
    return PublishResult.of(published.ok ? ok({ kit: presentKit(published.value.kit) }) : published);
  }

  @Mutation(() => DeleteResult.type, { description: 'Throws a draft away. A published kit stays for good.' })
  @Allow('kit.edit')
  async deleteKit(@CurrentActor() actor: Actor, @Args('input') { kitId, expectedRevision }: DeleteKitInput): Promise<object> {
    const removed = await this.remove.execute(actor, { kitId: localId(actor, 'Kit', kitId), expectedRevision });
    return DeleteResult.of(removed.ok ? ok({ kitId: globalId('Kit', actor.organizationId, removed.value.kitId) }) : removed);
  }
}
