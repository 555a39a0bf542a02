import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations';
import { FrameworkLoader } from './application/framework.loader';
import { ListCompetencies } from './application/list-competencies';
import { ListRoleProfiles } from './application/list-role-profiles';
import { LoadFramework } from './application/load-framework';
import { RoleProfileLoader } from './application/role-profile.loader';
import { UpdateRoleProfile } from './application/update-role-profile';
import './persistence/category.record';
import './persistence/competency.record';
import './persistence/role-profile-weight.record';
import './persistence/role-profile.record';
import { CompetencyRepository } from './persistence/competency.repository';
import { FrameworkRepository } from './persistence/framework.repository';
import { RoleProfileRepository } from './persistence/role-profile.repository';
import { CompetencyResolver } from './transport/competency.resolver';
import { FrameworkNode } from './transport/framework.node';
import { RoleProfileResolver } from './transport/role-profile.resolver';

@Module({
  imports: [OrganizationsModule],
  providers: [
    FrameworkLoader,
    ListCompetencies,
    ListRoleProfiles,
    LoadFramework,
    RoleProfileLoader,
    UpdateRoleProfile,
    CompetencyRepository,
    FrameworkRepository,
    RoleProfileRepository,
    CompetencyResolver,
    FrameworkNode,
    RoleProfileResolver,
  ],
  exports: [CompetencyRepository, FrameworkLoader, LoadFramework, RoleProfileLoader, RoleProfileRepository],
})
export class CompetenciesModule {}
