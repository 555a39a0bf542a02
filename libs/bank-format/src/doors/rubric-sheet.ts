/** The head of the sheet of rubrics in our workbooks: one row for each anchor. */
export const RUBRIC_HEAD = ['question', 'criterion', 'title', 'competency', 'weight', 'level', 'label', 'anchor'] as const;

/** The very hidden sheet that holds the questions in the own format, in pieces that fit into cells. */
export const SIDECAR_SHEET = '_bank';
