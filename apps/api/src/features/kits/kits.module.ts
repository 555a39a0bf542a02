import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies';
import { OrganizationsModule } from '../organizations';
import { QuestionBankModule } from '../question-bank';
import { AssembleFamily } from './application/assemble-family';
import { AssembleKit } from './application/assemble-kit';
import { AssemblyCalls } from './application/assembly-calls';
import { AssemblyDesk } from './application/assembly-desk';
import { AssemblyHeart } from './application/assembly-heart';
import { AssemblyLog } from './application/assembly-log';
import { CancelAssembly } from './application/cancel-assembly';
import { CompareKits } from './application/compare-kits';
import { CreateBlueprint } from './application/create-blueprint';
import { CreateBlueprintFromTemplate } from './application/create-blueprint-from-template';
import { CreateScoringRule } from './application/create-scoring-rule';
import { DeleteBlueprint } from './application/delete-blueprint';
import { DeleteKit } from './application/delete-kit';
import { Drafts } from './application/drafts';
import { FactFinder } from './application/fact-finder';
import { FamilyFactFinder } from './application/family-facts';
import { FamilyWatch } from './application/family-watch';
import { GuideDesk } from './application/guide-desk';
import { KitDocumentLoader } from './application/kit-document.loader';
import { KitFamilyLoader } from './application/kit-family.loader';
import { KitKeeper } from './application/kit-keeper';
import { KitMaker } from './application/kit-maker';
import { KitLoader } from './application/kit.loader';
import { KitsOfQuestionLoader } from './application/kits-of-question.loader';
import { ListAssemblies } from './application/list-assemblies';
import { ListBlueprints } from './application/list-blueprints';
import { ListKits } from './application/list-kits';
import { ListScoringRules } from './application/list-scoring-rules';
import { ListSubstitutes } from './application/list-substitutes';
import { MoveItem } from './application/move-item';
import { PrintKit } from './application/print-kit';
import { PublishKit } from './application/publish-kit';
import { RenameKit } from './application/rename-kit';
import { RunAssembly } from './application/run-assembly';
import { SimulateExposure } from './application/simulate-exposure';
import { StartAssembly } from './application/start-assembly';
import { SwapItem } from './application/swap-item';
import { TendAssemblies } from './application/tend-assemblies';
import { UpdateBlueprint } from './application/update-blueprint';
import { WatchAssembly } from './application/watch-assembly';
import { WeighWishes } from './application/weigh-wishes';
import { WishesCheck } from './application/wishes-check';
import { AssemblyRepository } from './persistence/assembly.repository';
import { BlueprintTemplateRepository } from './persistence/blueprint-template.repository';
import { BlueprintRepository } from './persistence/blueprint.repository';
import { KitFamilyRepository } from './persistence/kit-family.repository';
import { KitRepository } from './persistence/kit.repository';
import { PublishedKits } from './persistence/published-kits';
import { ScoringRuleRepository } from './persistence/scoring-rule.repository';
import { AssemblyResolver } from './transport/assembly.resolver';
import { BlueprintResolver } from './transport/blueprint.resolver';
import { ForesightResolver } from './transport/foresight.resolver';
import { GuideResolver } from './transport/guide.resolver';
import { KitChangesResolver } from './transport/kit-changes.resolver';
import { KitFamilyResolver } from './transport/kit-family.resolver';
import { KitFieldsResolver } from './transport/kit-fields.resolver';
import { KitItemResolver } from './transport/kit-item.resolver';
import { KitResolver } from './transport/kit.resolver';
import { KitsNodes } from './transport/kits.node';
import { QuestionKitsResolver } from './transport/question-kits.resolver';
import { ScoringRuleResolver } from './transport/scoring-rule.resolver';

const verbs = [
  AssembleFamily,
  AssembleKit,
  CancelAssembly,
  CompareKits,
  CreateBlueprint,
  CreateBlueprintFromTemplate,
  CreateScoringRule,
  DeleteBlueprint,
  DeleteKit,
  ListAssemblies,
  ListBlueprints,
  ListKits,
  ListScoringRules,
  ListSubstitutes,
  MoveItem,
  PrintKit,
  PublishKit,
  RenameKit,
  RunAssembly,
  SimulateExposure,
  StartAssembly,
  SwapItem,
  TendAssemblies,
  UpdateBlueprint,
  WatchAssembly,
  WeighWishes,
];
const helpers = [
  ...[AssemblyCalls, AssemblyDesk, AssemblyHeart, AssemblyLog, Drafts, FactFinder, FamilyFactFinder, FamilyWatch, GuideDesk],
  ...[KitDocumentLoader, KitFamilyLoader, KitKeeper, KitLoader, KitMaker, KitsOfQuestionLoader, WishesCheck],
];
const repositories = [
  ...[AssemblyRepository, BlueprintRepository, BlueprintTemplateRepository, KitFamilyRepository, KitRepository, PublishedKits],
  ScoringRuleRepository,
];
const transport = [
  AssemblyResolver,
  BlueprintResolver,
  ForesightResolver,
  GuideResolver,
  KitChangesResolver,
  KitFamilyResolver,
  KitFieldsResolver,
  KitItemResolver,
  KitResolver,
  KitsNodes,
  QuestionKitsResolver,
  ScoringRuleResolver,
];

@Module({
  imports: [CompetenciesModule, OrganizationsModule, QuestionBankModule],
  providers: [...verbs, ...helpers, ...repositories, ...transport],
  exports: [GuideDesk, KitLoader, KitRepository, ScoringRuleRepository],
})
export class KitsModule {}
