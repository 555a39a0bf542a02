/** What is read of a file that somebody brings. What is larger is refused, never cut. */
export const DOOR_LIMITS = {
  /** Bytes of an upload. */
  file: 20_000_000,
  /** Bytes of a CSV file. */
  csvFile: 50_000_000,
  archive: {
    entries: 5_000,
    /** Bytes of all entries together, counted while inflating. */
    inflated: 100_000_000,
    /** Inflated : deflated of one entry, from the size on where it matters. */
    ratio: 100,
    ratioFrom: 1_000_000,
    nameLength: 1_000,
  },
  xml: { depth: 200, nodes: 2_000_000 },
  json: { depth: 64, nodes: 2_000_000 },
  /** HTML elements nested in each other; deeper markup is read as text. */
  htmlDepth: 100,
  csvRows: 200_000,
  sheetRows: 20_000,
  /** Cells of a row that are looked at. */
  columns: 500,
  questions: 20_000,
  /** UTF-16 code units of one text. */
  text: 20_000,
  /** Bytes of one image or handout. */
  attachment: 5_000_000,
} as const;
