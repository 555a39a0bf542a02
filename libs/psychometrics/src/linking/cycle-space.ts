import { seededRandom } from '@touchstone/kernel';
import { EchelonForm } from './echelon-form';

/** A cycle that is independent is taken for dependent with a probability of 2^-60. */
const WITNESSES = 3;

/**
 * The span of the cycles of a design, grown one cycle at a time.
 *
 * Where a design falls short, most of its cycles bring nothing new, and to reduce each of them would cost O(classes²). So, once one has
 * brought nothing, the next are tried against three random vectors that annul the whole span (the same on every run): a cycle that these annul too lies in the
 * span but for a chance of 2^-60, and costs O(classes). A cycle that they do not annul is new for certain.
 */
export class CycleSpace extends EchelonForm {
  private witnesses: readonly Float64Array[] = [];
  private readonly random = seededRandom(1);

  add(cycle: Float64Array): void {
    const residues = cycle.map((entry) => this.residue(entry));
    if (this.witnesses.length > 0 && this.witnesses.every((witness) => this.product(residues, witness) === 0)) return;
    const isNew = this.insert(residues);
    this.witnesses = isNew ? [] : Array.from({ length: WITNESSES }, () => this.annulled(() => Math.floor(this.random.next() * this.prime)));
  }
}
