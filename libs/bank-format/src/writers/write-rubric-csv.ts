import { csvRows } from './write-csv';
import { levelLabels } from './script-text';
import { type Outgoing, placedQuestions } from './outgoing';

/**
 * Rubrics as Canvas reads them: a criterion a row, best rating first. Points are level times weight, with weights in whole percent of the
 * question; the weight stands in the description, so that levels come back.
 */
export async function writeCanvasRubrics(outgoing: Outgoing): Promise<string> {
  const rows = placedQuestions(outgoing).flatMap(({ file, question }) => {
    const labels = levelLabels(file)(question.rubric.scale);
    return question.rubric.criteria.map(({ title, weight, anchors }) => [
      question.title,
      title,
      `Weight ${weight}`,
      'false',
      ...Object.keys(anchors)
        .map(Number)
        .sort((a, b) => b - a)
        .flatMap((level) => [
          labels.get(level) ?? `Level ${level}`,
          (anchors[String(level)] ?? '').replace(/\n+/g, ' / '),
          String(rounded(level * weight)),
        ]),
    ]);
  });
  const ratings = Math.max(0, ...rows.map((row) => (row.length - 4) / 3));
  const head = [
    'Rubric Name',
    'Criteria Name',
    'Criteria Description',
    'Criteria Enable Range',
    ...Array.from({ length: ratings }, () => ['Rating Name', 'Rating Description', 'Rating Points']).flat(),
  ];
  return csvRows([head, ...rows.map((row) => [...row, ...Array.from({ length: head.length - row.length }, () => '')])]);
}

const rounded = (points: number): number => Math.round(points * 1e9) / 1e9;
