import type { ChapterName, Progress } from '@touchstone/psychometrics';

const WORDS: Readonly<Record<ChapterName, string>> = {
  LINKING: 'Can the candidates be compared?',
  SCORES: 'Averages',
  AGREEMENT: 'Do interviewers agree?',
  RELIABILITY: 'Do they order candidates alike?',
  DEPENDABILITY: 'Is the panel large enough?',
  SEVERITY: 'Correcting for strict and lenient interviewers',
  RANKING: 'Who can be told apart?',
  DIAGNOSIS: 'Habits of interviewers, hard questions',
  ITEMS: 'Which questions work?',
  DISCUSSION: 'What to talk about first',
  FAIRNESS: 'Selection by group',
};

/** Tells on the error output what is going on: over one line of a terminal, or line by line where that was asked for. */
export class ProgressLine {
  private said = '';

  constructor(
    private readonly write: (text: string) => void,
    private readonly how: 'OVERWRITING' | 'LINES' | 'SILENT',
  ) {}

  reading(bytes: number): void {
    this.say(`Reading … ${Math.round(bytes / 1e6)} MB`);
  }

  computing({ chapter, step, of }: Progress): void {
    this.say(`${step} of ${of}  ${WORDS[chapter]}`);
  }

  done(): void {
    if (this.how === 'OVERWRITING' && this.said !== '') this.write(`\r${' '.repeat(this.said.length)}\r`);
    this.said = '';
  }

  private say(text: string): void {
    if (this.how === 'SILENT' || text === this.said) return;
    if (this.how === 'LINES') this.write(`${text}\n`);
    else this.write(`\r${text.padEnd(this.said.length)}`);
    this.said = text;
  }
}
