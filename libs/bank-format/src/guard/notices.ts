import { type DoorFault, type DoorPlace, NOWHERE, type NoticeCode } from './door-fault';

/** Nobody reads more lines than this about one matter; what comes after is counted. */
const MOST_OF_A_CODE = 100;

/**
 * Collects what is said about one file. A warning means that something in it does not arrive as it was written; a note is
 * only worth knowing (a guess that can be changed, a licence to be set).
 */
export class Notices {
  private readonly warned: DoorFault<NoticeCode>[] = [];
  private readonly noted: DoorFault<NoticeCode>[] = [];
  private readonly counts = new Map<string, number>();

  warn(code: NoticeCode, message: string, fix = '', place: DoorPlace = NOWHERE): void {
    this.keep(this.warned, { code, message, fix, place });
  }

  note(code: NoticeCode, message: string, fix = '', place: DoorPlace = NOWHERE): void {
    this.keep(this.noted, { code, message, fix, place });
  }

  has(code: NoticeCode): boolean {
    return this.warned.some((one) => one.code === code) || this.noted.some((one) => one.code === code);
  }

  get warnings(): readonly DoorFault<NoticeCode>[] {
    return this.withRest(this.warned, 'warning');
  }

  get notes(): readonly DoorFault<NoticeCode>[] {
    return this.withRest(this.noted, 'note');
  }

  private keep(list: DoorFault<NoticeCode>[], fault: DoorFault<NoticeCode>): void {
    const key = `${list === this.warned ? 'warning' : 'note'} ${fault.code}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count <= MOST_OF_A_CODE) list.push(fault);
  }

  private withRest(list: readonly DoorFault<NoticeCode>[], kind: string): readonly DoorFault<NoticeCode>[] {
    const rest = [...new Set(list.map(({ code }) => code))].flatMap((code): DoorFault<NoticeCode>[] => {
      const more = (this.counts.get(`${kind} ${code}`) ?? 0) - MOST_OF_A_CODE;
      return more <= 0 ? [] : [{ code, message: `The same is the matter in ${more} more places.`, fix: '', place: NOWHERE }];
    });
    return [...list, ...rest];
  }
}
