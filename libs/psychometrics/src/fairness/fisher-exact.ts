import { type Margins, fallingLowerTail, fallingUpperTail, greatest, least, logDensity, mode } from './hypergeometric';
import { type Outcome, checkOutcome } from './outcome';

export interface FisherExact {
  /** The chance of a table no likelier than the one observed. */
  readonly twoSided: number;
  /** The chance of as few selected of this group as observed, or fewer; and of as many or more. */
  readonly lower: number;
  readonly upper: number;
  /** The one-sided chances with the observed table counted by half. */
  readonly midPLower: number;
  readonly midPUpper: number;
}

/** Two tables are held to be equally likely when their chances differ by less than this share, as in R. */
const EQUALLY_LIKELY = 1e-7;

/**
 * How often would a selection blind to groups treat this group as badly by chance alone?
 *
 * Given how many applied and how many were selected in all, every way to hand out the places is equally likely under such a selection;
 * Fisher's test adds up the chances. `lower` of 0.02 reads: in two of a hundred such selections so few of the group, or fewer, would have
 * been selected. `twoSided` asks for a difference in either direction. Exact for groups of any size, two people or a million. Because a
 * small table has few outcomes, the exact chances are cautious; the mid-p counts the observed one by half and errs less on that side.
 *
 * A small p says that chance does not explain the difference, not how large it is: look at `impactRatio` beside it. The two may disagree
 * and both be right.
 *
 * Where nothing could have come out differently (an empty group, nobody or everybody selected) all chances are 1, the mid-p 0.5. Throws
 * RangeError for counts that cannot be. Cost O(sqrt(n)) about.
 *
 * Source: R. A. Fisher (1935), The Design of Experiments; two-sided as in R's fisher.test, by the likelihood of the table; mid-p: H. O.
 * Lancaster (1961), Journal of the American Statistical Association 56, 223-234, doi:10.1080/01621459.1961.10482105, and for adverse impact
 * D. A. Biddle & S. B. Morris (2011), Journal of Applied Psychology 96, 956-965, doi:10.1037/a0024223.
 */
export function fisherExact(group: Outcome, other: Outcome): FisherExact {
  checkOutcome(group);
  checkOutcome(other);
  const margins = { group: group.applicants, others: other.applicants, selected: group.selected + other.selected };
  const count = group.selected;
  const middle = mode(margins);
  const here = Math.exp(logDensity(count, margins));
  const own = count <= middle ? fallingLowerTail(count, margins) : fallingUpperTail(count, margins);
  const rest = Math.min(1, 1 - own + here);
  const [lower, upper] = count <= middle ? [Math.min(1, own), rest] : [rest, Math.min(1, own)];
  const twoSided = count === middle ? 1 : Math.min(1, own + farSide(count, middle, margins));
  return { twoSided, lower, upper, midPLower: Math.max(0, lower - here / 2), midPUpper: Math.max(0, upper - here / 2) };
}

/** The chances of the tables beyond the mode that are no likelier than `count`; the first of them is found by halving. */
function farSide(count: number, middle: number, margins: Margins): number {
  const limit = logDensity(count, margins) + EQUALLY_LIKELY;
  const below = count > middle;
  const end = below ? least(margins) : greatest(margins);
  if (logDensity(end, margins) > limit) return 0;
  // `inside` is likelier than the observed table or the mode itself, `outside` is not likelier.
  let [inside, outside] = [middle, end];
  if (logDensity(inside, margins) <= limit) outside = inside;
  while (Math.abs(outside - inside) > 1) {
    const half = Math.floor((inside + outside) / 2);
    if (logDensity(half, margins) <= limit) outside = half;
    else inside = half;
  }
  return below ? fallingLowerTail(outside, margins) : fallingUpperTail(outside, margins);
}
