import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, PageArgs, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { IsOptional } from 'class-validator';
import { CreateCandidate } from '../application/create-candidate';
import { EraseCandidate } from '../application/erase-candidate';
import { UpdateCandidate } from '../application/update-candidate';
import { ViewCandidates } from '../application/view-candidates';
import { CreateCandidateInput, EraseCandidateInput, UpdateCandidateInput } from './candidate.inputs';
import { Candidate, CandidateConnection } from './candidate.types';
import { CreateCandidateResult, EraseCandidateResult, UpdateCandidateResult } from './hiring-results.types';
import { presentCandidate } from './present-opening';

@ArgsType()
class CandidatesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'A part of the name or e-mail address, without regard to case and accents.' })
  @IsOptional()
  @StoredText(0, 100)
  text?: string | null;
}

/** Candidates with their contact data. */
@Resolver()
export class CandidateResolver {
  constructor(
    private readonly view: ViewCandidates,
    private readonly createVerb: CreateCandidate,
    private readonly updateVerb: UpdateCandidate,
    private readonly eraseVerb: EraseCandidate,
  ) {}

  @Query(() => CandidateConnection, { description: 'Candidates, the newest first: all, or those of your own openings.' })
  @Allow('candidate.read')
  async candidates(@CurrentActor() actor: Actor, @Args() args: CandidatesArgs): Promise<ConnectionValue<Candidate>> {
    const list = `candidates/${args.text ?? ''}`;
    const request = pageRequest(actor, list, args);
    return toConnection(actor, list, request, await this.view.page(actor, args.text ?? null, request), presentCandidate);
  }

  @Query(() => Candidate, { nullable: true, description: 'One candidate; null where there is none with this id for you.' })
  @Allow('candidate.read')
  async candidate(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Candidate | null> {
    const candidate = await this.view.one(actor, localId(actor, 'Candidate', id));
    return candidate && presentCandidate(candidate);
  }

  @Mutation(() => CreateCandidateResult.type, { description: 'Enters a candidate.' })
  @Allow('candidate.create')
  async createCandidate(
    @CurrentActor() actor: Actor,
    @Args('input') { name, email, phone, note, idempotencyKey }: CreateCandidateInput,
  ): Promise<object> {
    const made = await this.createVerb.execute(actor, {
      name,
      email: email ?? null,
      phone: phone ?? null,
      note: note ?? null,
      idempotencyKey,
    });
    return CreateCandidateResult.of(made.ok ? ok({ candidate: await this.changed(actor, made.value.candidateId) }) : made);
  }

  @Mutation(() => UpdateCandidateResult.type, { description: 'Corrects the data of a candidate.' })
  @Allow('candidate.update')
  async updateCandidate(@CurrentActor() actor: Actor, @Args('input') input: UpdateCandidateInput): Promise<object> {
    const { candidateId, expectedRevision, name, ...contact } = input;
    const said = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined));
    const updated = await this.updateVerb.execute(actor, {
      ...said,
      ...(typeof name === 'string' && { name }),
      candidateId: localId(actor, 'Candidate', candidateId),
      expectedRevision,
    });
    return UpdateCandidateResult.of(updated.ok ? ok({ candidate: await this.changed(actor, updated.value.candidateId) }) : updated);
  }

  @Mutation(() => EraseCandidateResult.type, {
    description:
      'Erases a candidate for good: her data, and every word that was put down about her. Levels and decisions stay, of nobody in particular. ' +
      'What was still to come is cancelled; nothing more can be put down about her.',
  })
  @Allow('candidate.erase')
  async eraseCandidate(@CurrentActor() actor: Actor, @Args('input') { candidateId }: EraseCandidateInput): Promise<object> {
    const erased = await this.eraseVerb.execute(actor, localId(actor, 'Candidate', candidateId));
    return EraseCandidateResult.of(erased.ok ? ok({ candidate: await this.changed(actor, erased.value.candidateId) }) : erased);
  }

  private async changed(actor: Actor, candidateId: string): Promise<Candidate> {
    return presentCandidate(await this.view.changed(actor, candidateId));
  }
}
