/** The three operations that are measured against a limit, as a client of the product sends them. */

const RUBRIC = 'rubric { criteria { id title weight anchors { level text } } }';
const VERSION = `id title kind difficulty minutes categorySlug tags prompt ${RUBRIC}`;

export const LIST = `query List($first: Int!, $after: String) {
  questions(first: $first, after: $after, order: TITLE) { edges { node { version { ${VERSION} } } } pageInfo { hasNextPage endCursor } }
}`;

export const WHOLE_KIT = `query WholeKit($id: ID!) {
  kit(id: $id) { id name rounds { name minutes items { plannedMinutes questionVersion { ${VERSION} } } } }
}`;

export const SAVE_RATING = `mutation SaveRating($input: SaveRatingInput!) {
  saveRating(input: $input) { __typename ... on SaveRatingPayload { rating { criterion level } } }
}`;

export const SUBMIT = `mutation Submit($input: SubmitScorecardInput!) {
  submitScorecard(input: $input) { __typename ... on SubmitScorecardPayload { scorecard { id status } } }
}`;

/** Ids and cursors are opaque and signed by the product; the limit has plain ones. All else must be equal. */
export function comparable(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(comparable);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => name !== 'endCursor')
      .map(([name, value]) => [name, name === 'id' && typeof value === 'string' ? plainId(value) : comparable(value)]),
  );
}

/** The UUID within an id of the product; any other text as it is. */
const plainId = (id: string): string => (/^[A-Z][A-Za-z]+_[A-Za-z0-9_-]{43}$/.test(id) ? uuidOf(id) : id);

/** As the product makes its ids, written down again: a measure does not ask what it measures. */
export const globalId = (noun: string, organizationId: string, id: string): string =>
  `${noun}_${Buffer.from((organizationId + id).replaceAll('-', ''), 'hex').toString('base64url')}`;

export function uuidOf(id: string): string {
  const digits = Buffer.from(id.slice(id.indexOf('_') + 1), 'base64url')
    .toString('hex')
    .slice(32);
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
