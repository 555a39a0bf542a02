/* Membership */
export { type Administrable, type MembershipChange, checkAdministratorRemains } from './last-administrator';
