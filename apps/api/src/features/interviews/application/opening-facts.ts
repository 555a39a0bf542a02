import { Injectable } from '@nestjs/common';
import { can, mayHoldSeat, mayManageOpening } from '@touchstone/interviewing/access';
import { isTimeZone } from '@touchstone/interviewing/interviews';
import { conflict, err, invalid, notAllowed, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { RoleProfiles } from '../../competencies';
import { Kits, ScoringRules } from '../../kits';
import { Members } from '../../organizations';
import type { StateError } from '../errors';

/** What an opening is made of, as it was asked for; an id is null where it is none of this organization. */
export interface OpeningParts {
  readonly title: string;
  readonly roleProfileId: string | null;
  readonly kitId: string | null;
  readonly scoringRuleId: string | null;
  readonly hiringManagerId: string | null;
  readonly panelistIds: readonly (string | null)[];
  readonly timeZone: string;
}

export interface CheckedOpeningParts {
  readonly title: string;
  readonly roleProfileId: string;
  readonly kitId: string;
  readonly scoringRuleId: string;
  readonly hiringManagerId: string;
  readonly panelistIds: readonly string[];
  readonly timeZone: string;
}

/** Do the parts of an opening exist and go together? */
@Injectable()
export class OpeningFacts {
  constructor(
    private readonly profiles: RoleProfiles,
    private readonly kits: Kits,
    private readonly rules: ScoringRules,
    private readonly members: Members,
  ) {}

  /** `keptManagerId`: the hiring manager that an opening has already, who may have left or lost her role since. */
  async check(
    tx: Transaction,
    actor: Actor,
    parts: OpeningParts,
    keptManagerId: string | null = null,
  ): Promise<Result<CheckedOpeningParts, StateError>> {
    const { organizationId } = actor;
    if (!isTimeZone(parts.timeZone))
      return err(invalid('A time zone is an IANA name such as Europe/Madrid or UTC.', ['input', 'timeZone']));
    const profile = parts.roleProfileId === null ? null : await this.profiles.byId(tx, organizationId, parts.roleProfileId);
    if (profile === null) return err(notFound('role profile', ['input', 'roleProfileId']));
    const kit = parts.kitId === null ? null : await this.kits.byId(tx, organizationId, parts.kitId);
    if (kit === null) return err(notFound('kit', ['input', 'kitId']));
    if (kit.status !== 'PUBLISHED') return err(conflict('An opening needs a published kit; publish this one first.', ['input', 'kitId']));
    if (kit.roleProfileId !== profile.id)
      return err(invalid('This kit was made for another role profile; take one of the profile of the opening.', ['input', 'kitId']));
    const rule = parts.scoringRuleId === null ? null : await this.rules.byId(tx, organizationId, parts.scoringRuleId);
    if (rule === null) return err(notFound('scoring rule', ['input', 'scoringRuleId']));
    const manager = await this.manager(tx, organizationId, parts.hiringManagerId, keptManagerId);
    if (!manager.ok) return manager;
    const panelistIds = await this.pool(tx, organizationId, parts.panelistIds);
    if (!panelistIds.ok) return panelistIds;
    return ok({
      title: parts.title.trim(),
      roleProfileId: profile.id,
      kitId: kit.id,
      scoringRuleId: rule.id,
      hiringManagerId: manager.value,
      panelistIds: panelistIds.value,
      timeZone: parts.timeZone,
    });
  }

  /** May the actor change openings of this hiring manager? */
  mayManage(actor: Actor, hiringManagerId: string): Result<true, StateError> {
    if (mayManageOpening(actor, hiringManagerId)) return ok(true);
    return err(
      notAllowed(
        'A hiring manager may create and change only openings that she answers for herself. Ask a coordinator or an administrator.',
      ),
    );
  }

  private async manager(
    tx: Transaction,
    organizationId: string,
    id: string | null,
    keptId: string | null,
  ): Promise<Result<string, StateError>> {
    if (id !== null && id === keptId) return ok(id);
    const member = id === null ? null : await this.members.byId(tx, organizationId, id);
    if (member === null || member.status !== 'ACTIVE') return err(notFound('active member', ['input', 'hiringManagerId']));
    if (can(member.roles, 'decision.record')) return ok(member.id);
    return err(
      invalid('The hiring manager of an opening needs the role of a hiring manager or an administrator.', ['input', 'hiringManagerId']),
    );
  }

  private async pool(
    tx: Transaction,
    organizationId: string,
    ids: readonly (string | null)[],
  ): Promise<Result<readonly string[], StateError>> {
    const path = ['input', 'panelistIds'];
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    const found = await this.members.byIds(tx, organizationId, wanted);
    if (ids.includes(null) || found.length < wanted.length || found.some(({ status }) => status !== 'ACTIVE'))
      return err(notFound('active member', path));
    const stranger = found.find(({ roles }) => !mayHoldSeat(roles, 'OBSERVER'));
    if (stranger !== undefined)
      return err(invalid(`${stranger.name} has no role with which one sits on a panel; that of an interviewer is the one to grant.`, path));
    return ok(wanted);
  }
}
