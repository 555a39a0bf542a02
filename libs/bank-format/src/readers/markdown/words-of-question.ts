/** What a line says besides the question itself. */
export interface QuestionLine {
  readonly text: string;
  readonly difficulty?: number;
  readonly minutes?: number;
}

const DIFFICULTIES: readonly (readonly [RegExp, number])[] = [
  [/\s*👶/gu, 2],
  [/\s*\u200d?⭐\ufe0f?/gu, 3],
  [/\s*\u200d?🚀/gu, 5],
  [/\s*🟢/gu, 2],
  [/\s*🟡/gu, 3],
  [/\s*🔴/gu, 4],
  [/\s*[[(](?:very easy|beginner)[\])]/giu, 1],
  [/\s*[[(](?:easy|basic)[\])]/giu, 2],
  [/\s*[[(](?:medium|intermediate|moderate)[\])]/giu, 3],
  [/\s*[[(](?:hard|advanced|difficult)[\])]/giu, 4],
  [/\s*[[(](?:very hard|expert)[\])]/giu, 5],
];

/** Takes the number in front, the mark of difficulty and the minutes off a line. */
export function questionLine(raw: string): QuestionLine {
  let text = raw
    .trim()
    .replace(/^(?:Q(?:uestion)?\s*)?\d{1,4}\s*[.):]\s+/i, '')
    .replace(/^Q\d{1,4}[.:)]?\s+/i, '');
  let difficulty: number | undefined;
  for (const [mark, level] of DIFFICULTIES) {
    const without = text.replace(mark, '');
    if (without === text) continue;
    difficulty ??= level;
    text = without;
  }
  const timed = /\s*[([]\s*(\d{1,3})\s*(?:min(?:utes?)?|мин)\.?\s*[)\]]\s*$/i.exec(text);
  if (timed !== null) text = text.slice(0, timed.index);
  text = text.replace(/[\u200d\ufe0f]+\s*$/u, '').trim();
  return { text, ...(difficulty !== undefined && { difficulty }), ...(timed !== null && { minutes: Number(timed[1]) }) };
}

const OPENERS =
  /^["“'‘([]*(tell|talk|describe|explain|name|give|walk|how|what|why|when|which|who|whom|whose|where|can|could|do|does|did|have|has|had|is|are|was|were|would|will|should|may|if|imagine|suppose|assume|compare|discuss|list|define|share|write|design|implement|please|consider|think|show|outline|differentiate|mention)\b/i;

/** Whether a text asks for something: it has a question mark, or begins as requests do. */
export const asksSomething = (text: string): boolean => /[?？؟]/.test(text) || OPENERS.test(text.trim());
