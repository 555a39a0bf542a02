export { schemaTruths } from './schema-truths';
export { dataTruths } from './data-truths';
export { examine, type Finding } from './examine';
export type { Truth } from './truth';
