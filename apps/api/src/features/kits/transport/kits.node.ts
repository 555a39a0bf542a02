import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { KitLoader } from '../application/kit.loader';
import { ListBlueprints } from '../application/list-blueprints';
import { ListScoringRules } from '../application/list-scoring-rules';
import { presentBlueprint } from './present-blueprint';
import { presentKit } from './present-kit';
import { presentScoringRule } from './present-scoring-rule';

/** Blueprints, kits and scoring rules by their id alone. */
@Injectable()
export class KitsNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly kits: KitLoader,
    private readonly blueprints: ListBlueprints,
    private readonly rules: ListScoringRules,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      noun: 'Kit',
      permission: 'kit.read',
      load: async (context, id) => {
        const kit = await this.kits.one(context, id);
        return kit && presentKit(kit);
      },
    });
    this.nodes.register({
      noun: 'Blueprint',
      permission: 'blueprint.read',
      load: async ({ actor }, id) => {
        const blueprint = await this.blueprints.one(actor, id);
        return blueprint && presentBlueprint(blueprint);
      },
    });
    this.nodes.register({
      noun: 'ScoringRule',
      permission: 'scoringRule.read',
      load: async ({ actor }, id) => {
        const rule = await this.rules.one(actor, id);
        return rule && presentScoringRule(rule);
      },
    });
  }
}
