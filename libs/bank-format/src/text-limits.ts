/** Lengths in UTF-16 code units, sizes in entries. What is longer is refused, never cut. */
export const LIMITS = {
  /** A whole bank file, framework or blueprint. */
  file: 4_000_000,
  /** Levels of nesting of a file. */
  depth: 64,
  questionsPerFile: 1_000,
  /** A text of several lines: prompt, exhibit, model answer. */
  text: 20_000,
  /** A text of one breath: probe, anchor, signal, reference. */
  passage: 2_000,
  /** A text without line ends: title, label. */
  line: 300,
  tag: 60,
  exhibits: 12,
  criteria: 20,
  entries: 50,
  /** The top of the longest scale. */
  level: 7,
  minutes: 480,
  /** Sums that one question states. */
  relations: 100,
  /** Characters of JSON that one extension may keep. */
  extension: 50_000,
} as const;
