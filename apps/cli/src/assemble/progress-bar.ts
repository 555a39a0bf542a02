/**
 * Tells on the error output how an assembly goes: the step, a bar for the time used of the time allowed, the best known and the
 * bound. Over one line of a terminal, or a line for each step where that was asked for.
 */
export class ProgressBar {
  private said = '';
  private step = '';
  private known = '';
  private timer: NodeJS.Timeout | null = null;
  private begun = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly how: 'OVERWRITING' | 'LINES' | 'SILENT',
    private readonly secondsAllowed: number,
    private readonly now: () => number,
  ) {}

  onStep(step: string): void {
    this.step = step;
    this.known = '';
    this.begun = this.now();
    if (this.how === 'LINES') this.write(`${step}\n`);
    if (this.how === 'OVERWRITING') {
      this.timer ??= setInterval(() => this.draw(), 200).unref();
      this.draw();
    }
  }

  onProgress(objective: number | null, bound: number): void {
    const best = objective === null ? 'nothing found yet' : `best ${rounded(objective)}`;
    this.known = `  ${best}${Number.isFinite(bound) ? `, bound ${rounded(bound)}` : ''}`;
  }

  done(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    if (this.said !== '') this.write(`\r${' '.repeat(this.said.length)}\r`);
    this.said = '';
  }

  private draw(): void {
    const share = Math.min(1, (this.now() - this.begun) / 1000 / this.secondsAllowed);
    const filled = Math.round(share * WIDTH);
    const text = `${this.step} [${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${Math.round(share * 100)} % of the time allowed${this.known}`;
    this.write(`\r${text.padEnd(this.said.length)}`);
    this.said = text;
  }
}

const WIDTH = 20;

const rounded = (figure: number): string => String(Math.round(figure * 100) / 100);
