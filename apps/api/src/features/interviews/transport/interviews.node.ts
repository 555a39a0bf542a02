import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { ViewApplications } from '../application/view-applications';
import { ViewCandidates } from '../application/view-candidates';
import { ViewConflicts } from '../application/view-conflicts';
import { ViewInterviews } from '../application/view-interviews';
import { ViewLoops } from '../application/view-loops';
import { ViewOpenings } from '../application/view-openings';
import { presentConflict } from './conflict.types';
import { presentInterview, presentSeat } from './present-interview';
import { presentLoop } from './present-loop';
import { presentApplication, presentCandidate, presentOpening } from './present-opening';

/** The nouns of this room by their id alone, with the rights of their queries. */
@Injectable()
export class InterviewsNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly openings: ViewOpenings,
    private readonly candidates: ViewCandidates,
    private readonly applications: ViewApplications,
    private readonly loops: ViewLoops,
    private readonly interviews: ViewInterviews,
    private readonly conflicts: ViewConflicts,
  ) {}

  onModuleInit(): void {
    const { nodes, openings, candidates, applications, loops, interviews, conflicts } = this;
    nodes.register({
      noun: 'Opening',
      permission: 'opening.read',
      load: async ({ actor }, id) => shown(await openings.one(actor, id), presentOpening),
    });
    nodes.register({
      noun: 'Candidate',
      permission: 'candidate.read',
      load: async ({ actor }, id) => shown(await candidates.one(actor, id), presentCandidate),
    });
    nodes.register({
      noun: 'Application',
      permission: 'application.read',
      load: async ({ actor }, id) => shown(await applications.one(actor, id), presentApplication),
    });
    nodes.register({
      noun: 'Loop',
      permission: 'loop.read',
      load: async ({ actor }, id) => shown(await loops.one(actor, id), presentLoop),
    });
    nodes.register({
      noun: 'Interview',
      permission: 'interview.read',
      load: async ({ actor }, id) => shown(await interviews.one(actor, id), presentInterview),
    });
    nodes.register({
      noun: 'PanelSeat',
      permission: 'loop.read',
      load: async ({ actor }, id) => shown(await interviews.seat(actor, id), presentSeat),
    });
    nodes.register({
      noun: 'ConflictOfInterest',
      permission: 'loop.read',
      load: async ({ actor }, id) => shown(await conflicts.one(actor, id), presentConflict),
    });
  }
}

const shown = <Value, Shown extends object>(value: Value | null, present: (value: Value) => Shown): Shown | null =>
  value === null ? null : present(value);
