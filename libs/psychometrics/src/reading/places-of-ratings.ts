import { columnLetters } from './sheet';

/** From which row and column each rating came, in their order: two whole numbers for a rating. */
export class PlacesOfRatings {
  private places = new Int32Array(1024);
  private count = 0;

  add(row: number, column: number): void {
    if (2 * this.count === this.places.length) {
      const larger = new Int32Array(2 * this.places.length);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[2 * this.count] = row;
    this.places[2 * this.count + 1] = column;
    this.count += 1;
  }

  /** The place of a rating, the first being 1. */
  of(rating: number): { readonly row: number; readonly column: string } {
    return { row: this.places[2 * (rating - 1)] ?? 0, column: columnLetters(this.places[2 * (rating - 1) + 1] ?? 0) };
  }

  /** The same in words, to stand within a sentence. */
  told(rating: number): string {
    const { row, column } = this.of(rating);
    return `row ${row}, column ${column}`;
  }
}
