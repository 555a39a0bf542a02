import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies';
import { OrganizationsModule } from '../organizations';
import { QuestionBankModule } from '../question-bank';
import { AssembleKit } from './application/assemble-kit';
import { AssemblyDesk } from './application/assembly-desk';
import { CompareKits } from './application/compare-kits';
import { CreateBlueprint } from './application/create-blueprint';
import { CreateBlueprintFromTemplate } from './application/create-blueprint-from-template';
import { CreateScoringRule } from './application/create-scoring-rule';
import { DeleteBlueprint } from './application/delete-blueprint';
import { DeleteKit } from './application/delete-kit';
import { Drafts } from './application/drafts';
import { FactFinder } from './application/fact-finder';
import { GuideDesk } from './application/guide-desk';
import { KitDocumentLoader } from './application/kit-document.loader';
import { KitLoader } from './application/kit.loader';
import { KitsOfQuestionLoader } from './application/kits-of-question.loader';
import { ListBlueprints } from './application/list-blueprints';
import { ListKits } from './application/list-kits';
import { ListScoringRules } from './application/list-scoring-rules';
import { ListSubstitutes } from './application/list-substitutes';
import { MoveItem } from './application/move-item';
import { PrintKit } from './application/print-kit';
import { PublishKit } from './application/publish-kit';
import { RenameKit } from './application/rename-kit';
import { SwapItem } from './application/swap-item';
import { UpdateBlueprint } from './application/update-blueprint';
import { WishesCheck } from './application/wishes-check';
import { BlueprintTemplateRepository } from './persistence/blueprint-template.repository';
import { BlueprintRepository } from './persistence/blueprint.repository';
import { KitRepository } from './persistence/kit.repository';
import { PublishedKits } from './persistence/published-kits';
import { ScoringRuleRepository } from './persistence/scoring-rule.repository';
import { BlueprintResolver } from './transport/blueprint.resolver';
import { GuideResolver } from './transport/guide.resolver';
import { KitChangesResolver } from './transport/kit-changes.resolver';
import { KitFieldsResolver } from './transport/kit-fields.resolver';
import { KitItemResolver } from './transport/kit-item.resolver';
import { KitResolver } from './transport/kit.resolver';
import { KitsNodes } from './transport/kits.node';
import { QuestionKitsResolver } from './transport/question-kits.resolver';
import { ScoringRuleResolver } from './transport/scoring-rule.resolver';

const verbs = [
  AssembleKit,
  CompareKits,
  CreateBlueprint,
  CreateBlueprintFromTemplate,
  CreateScoringRule,
  DeleteBlueprint,
  DeleteKit,
  ListBlueprints,
  ListKits,
  ListScoringRules,
  ListSubstitutes,
  MoveItem,
  PrintKit,
  PublishKit,
  RenameKit,
  SwapItem,
  UpdateBlueprint,
];
const helpers = [AssemblyDesk, Drafts, FactFinder, GuideDesk, KitDocumentLoader, KitLoader, KitsOfQuestionLoader, WishesCheck];
const repositories = [BlueprintRepository, BlueprintTemplateRepository, KitRepository, PublishedKits, ScoringRuleRepository];
const transport = [
  BlueprintResolver,
  GuideResolver,
  KitChangesResolver,
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
