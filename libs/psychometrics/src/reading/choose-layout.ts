import type { ColumnProfile } from './column-profile';
import type { Role } from './column-role';
import type { Layout, NamedColumn } from './layout';
import { columnLetters } from './sheet';

export interface Choice {
  readonly layout: Layout;
  /** Columns that have their part by content or place, not by a header. */
  readonly unsure: readonly number[];
}

/** Why there is no choice, in words. */
export interface NoChoice {
  readonly message: string;
}

/**
 * Gives each column its part. Headers come first; what they leave open is filled by content: names from columns of texts (candidates from the one with most
 * different entries), scores from columns of numbers. One column of scores makes the long form, several the wide one, unless `form` settles it.
 */
export function chooseLayout(profiles: readonly ColumnProfile[], form?: 'LONG' | 'WIDE'): Choice | NoChoice {
  const unsure: number[] = [];
  const taken = new Set(profiles.filter(({ role }) => role === 'ASIDE').map(({ column }) => column));
  const free = (numeric: boolean): ColumnProfile[] =>
    profiles.filter(({ column, isNumeric, entries }) => !taken.has(column) && entries > 0 && isNumeric === numeric);
  const take = (profile: ColumnProfile | undefined, isSure: boolean): number | null => {
    if (profile === undefined) return null;
    taken.add(profile.column);
    if (!isSure) unsure.push(profile.column);
    return profile.column;
  };
  const byHeader = (role: Role): number | null => take(onlyOf(profiles, role), true);

  let candidate = byHeader('CANDIDATE');
  let rater = byHeader('RATER');
  let item = byHeader('ITEM');
  const isWide = form === undefined ? profiles.filter(({ oneOf }) => oneOf !== null).length > 1 : form === 'WIDE';
  let score = isWide ? null : byHeader('SCORE');
  candidate ??= take(candidateOf(free(false), free(true)), false);
  if (candidate === null) return { message: 'No column names the candidates. Head it “candidate”.' };
  const [lone, ...more] = free(true);
  // A lone column of numbers beside raters (or items) alone, headed by a name of its own, is a wide table of one item (or rater).
  const isLoneName = lone !== undefined && lone.header !== '' && (rater === null) !== (item === null) && free(false).length === 0;
  const isOnlyScore = form === undefined ? more.length === 0 && !isLoneName : form === 'LONG';
  if (score === null && isOnlyScore) score = take(lone, false);
  if (score !== null) {
    rater ??= take(free(false)[0], false);
    item ??= take(free(false)[0], false);
    return { layout: { form: 'LONG', candidate, rater, item, score }, unsure };
  }
  if (free(true).length === 0) {
    return { message: 'No column holds scores. Head it “score”, or give a column of numbers for each rater or for each question.' };
  }
  if (rater !== null && item !== null) {
    return { message: 'One column names raters, one questions, and several hold numbers. Head the one with the scores “score”.' };
  }
  const scores = free(true);
  const named: NamedColumn[] = scores.map(({ column, header }) => ({ column, name: header === '' ? columnLetters(column) : header }));
  const areItems = rater !== null || (item === null && scores.some(({ oneOf }) => oneOf === 'ITEM'));
  if (rater === null && item === null && !scores.some(({ oneOf }) => oneOf !== null)) unsure.push(...scores.map(({ column }) => column));
  // Candidates that come in several rows: another column of names must tell the rows apart.
  const repeated = repeats(profiles, candidate);
  if (areItems) {
    rater ??= repeated ? take(free(false)[0], false) : null;
    return { layout: { form: 'ITEM_COLUMNS', candidate, rater, items: named }, unsure };
  }
  item ??= repeated ? take(free(false)[0], false) : null;
  return { layout: { form: 'RATER_COLUMNS', candidate, item, raters: named }, unsure };
}

/** The column that a header gives this part. Several columns of numbers, each headed “Judge …” or “… score”, are the columns of a wide table, not one part. */
function onlyOf(profiles: readonly ColumnProfile[], role: Role): ColumnProfile | undefined {
  const all = profiles.filter((profile) => profile.role === role);
  const numeric = all.filter(({ isNumeric }) => isNumeric);
  return role !== 'CANDIDATE' && numeric.length > 1 ? all.find(({ isNumeric }) => !isNumeric) : all[0];
}

/** The column of texts with most different entries, else the first column of numbers that are all different, as running numbers are. */
function candidateOf(texts: readonly ColumnProfile[], numbers: readonly ColumnProfile[]): ColumnProfile | undefined {
  if (texts.length > 0) return texts.reduce((most, profile) => (profile.distinct > most.distinct ? profile : most));
  const different = numbers.find(({ entries, distinct }) => entries === distinct);
  return numbers.length > 1 ? (different ?? (numbers.length === 4 ? numbers[0] : undefined)) : undefined;
}

function repeats(profiles: readonly ColumnProfile[], candidate: number): boolean {
  const profile = profiles[candidate];
  return profile !== undefined && profile.distinct < profile.entries;
}
