import { exportBank, openQuestion, outgoingOf, type BankQuestion } from '@touchstone/bank-format';
import { FileReading } from './import-reading';
import type { ImportAnswer, ImportAnswers, ImportTask, OutgoingQuestion } from './import-tasks';

/** All that is done with the bytes of files: data in, data out, in a thread that can be ended at any time. */
export function importWork(): (task: ImportTask) => Promise<ImportAnswer> {
  let reading = new FileReading();
  let outgoing: OutgoingQuestion[] = [];
  return async (task) => {
    switch (task.kind) {
      case 'BEGIN':
        reading = new FileReading();
        outgoing = [];
        return null;
      case 'ADD_BYTES':
        reading.addBytes(task.bytes);
        return null;
      case 'READ':
        return reading.read(task);
      case 'KNOW':
        reading.know(task.prompts);
        return null;
      case 'COMPARE':
        reading.compare();
        return null;
      case 'NEXT':
        return reading.items(task.from, task.count);
      case 'ADD_QUESTIONS':
        outgoing.push(...task.questions);
        return null;
      case 'WRITE': {
        const questions = outgoing;
        outgoing = [];
        return write(questions, task);
      }
    }
  };
}

const NO_MORE = { scales: [], competencies: [], attachments: [], files: null, warnings: [], notes: [] } as const;

async function write(
  questions: readonly OutgoingQuestion[],
  { format, bank, options }: Extract<ImportTask, { kind: 'WRITE' }>,
): Promise<ImportAnswers['WRITE']> {
  const written = questions.map(({ document, version, status, rubric }): BankQuestion => ({
    ...(rubric ? document : openQuestion(document)),
    record: { version, status },
  }));
  return exportBank(format, outgoingOf({ bank, questions: written, ...NO_MORE }), options);
}
