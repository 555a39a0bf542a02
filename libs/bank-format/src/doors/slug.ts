const LONGEST = 60;

/** A name as ids are written: lower case, Latin letters and digits, parts apart by "-". The empty text where nothing is left. */
export function slugOf(text: string): string {
  const plain = [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((letter) => (Object.hasOwn(LATIN, letter) ? LATIN[letter] : letter))
    .join('');
  return plain
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, LONGEST)
    .replace(/[^a-z0-9]+$/, '');
}

/** Letters that do not fall apart into a Latin one and a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l', đ: 'd', þ: 'th', ı: 'i',
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'j', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}; // prettier-ignore

/** Gives each name once: a second `skew` becomes `skew-2`. */
export class Names {
  private readonly taken = new Set<string>();
  private readonly next = new Map<string, number>();

  unique(name: string): string {
    let unique = name;
    let number = this.next.get(name) ?? 2;
    for (; this.taken.has(unique); number += 1) unique = `${name}-${number}`;
    this.next.set(name, number);
    this.taken.add(unique);
    return unique;
  }
}
