import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { ScorecardLoader } from '../application/scorecard.loader';
import { presentScorecard } from './present-scorecard';

/** Scorecards by their id alone, as far as the seal allows. */
@Injectable()
export class ScorecardNode implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly scorecards: ScorecardLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      noun: 'Scorecard',
      permission: 'scorecard.read',
      load: async (context, id) => {
        const card = await this.scorecards.one(context, id);
        return card === null ? null : presentScorecard(card);
      },
    });
  }
}
