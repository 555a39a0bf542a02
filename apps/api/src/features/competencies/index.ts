/* What later rooms may touch */
export { CompetenciesModule } from './competencies.module';
export { CompetencyRepository as Competencies, type CategoryValue, type CompetencyValue } from './persistence/competency.repository';
export {
  RoleProfileRepository as RoleProfiles,
  type RoleProfileValue,
  type RoleProfileWeight as RoleProfileWeightValue,
} from './persistence/role-profile.repository';
export { FrameworkLoader, type FrameworkValue } from './application/framework.loader';
export { RoleProfileLoader } from './application/role-profile.loader';
export { LoadFramework } from './application/load-framework';
export { Category, Competency, RoleProfile } from './transport/competency.types';
export { presentCategory, presentCompetency, presentRoleProfile } from './transport/present-framework';
