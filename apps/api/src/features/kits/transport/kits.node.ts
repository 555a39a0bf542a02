import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { KitFamilyLoader } from '../application/kit-family.loader';
import { KitLoader } from '../application/kit.loader';
import { ListAssemblies } from '../application/list-assemblies';
import { ListBlueprints } from '../application/list-blueprints';
import { ListScoringRules } from '../application/list-scoring-rules';
import { presentAssembly } from './present-assembly';
import { presentBlueprint } from './present-blueprint';
import { presentKitFamily } from './present-kit-family';
import { presentKit } from './present-kit';
import { presentScoringRule } from './present-scoring-rule';

/** Blueprints, kits, their families, assemblies and scoring rules by their id alone. */
@Injectable()
export class KitsNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly kits: KitLoader,
    private readonly blueprints: ListBlueprints,
    private readonly rules: ListScoringRules,
    private readonly families: KitFamilyLoader,
    private readonly assemblies: ListAssemblies,
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
      noun: 'KitFamily',
      permission: 'kit.read',
      load: async (context, id) => {
        const family = await this.families.one(context, id);
        return family && presentKitFamily(family);
      },
    });
    this.nodes.register({
      noun: 'Assembly',
      permission: 'kit.read',
      load: async ({ actor }, id) => {
        const assembly = await this.assemblies.one(actor, id);
        return assembly && presentAssembly(assembly);
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
