const LONGEST = 60;

/** A title that is only a code for machines: `a9bb_94a2`, `essay-001`, `Question 3`, `QUE_1003`. */
const isCode = (title: string): boolean =>
  /^(question|item|frage|q|que|quiz)?[\s_-]*\d+$/i.test(title) ||
  /^(?=.*\d)[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$/.test(title) ||
  /^(question|untitled|item)$/i.test(title);

/** The title for people: that of the file, or the beginning of the question where the file has none or only a code. */
export function readableTitle(title: string | null, prompt: string): { readonly title: string; readonly derived: boolean } {
  const given = oneLine(title ?? '');
  if (given !== '' && given.length <= 300 && !isCode(given)) return { title: given, derived: false };
  const words = oneLine(plainWords(prompt));
  if (words === '') return { title: given.slice(0, 300) || 'Untitled', derived: true };
  const sentence = /^.{10,}?[.?!](?=\s|$)/.exec(words)?.[0] ?? words;
  return { title: sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`, derived: true };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Without the marks of Markdown. */
const plainWords = (markdown: string): string =>
  markdown
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#{1,6} /gm, '')
    .replace(/[*`|]|^> ?/gm, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '');
