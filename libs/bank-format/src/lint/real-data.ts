import type { QuestionRule } from './rule';
import { candidateTexts } from './texts';

/** Names that exist for documentation and lead nowhere (RFC 2606, RFC 6761). */
const DOCUMENTATION = /(?:^|[.@/])(?:example\.(?:com|org|net)|[\w-]+\.(?:example|test|invalid|localhost)|localhost)(?:[:/]|$)/i;
const DOMAIN_ENDINGS = 'com|org|net|io|dev|app|cloud|ai|co|eu|de|uk|fr|us|info|biz|edu|gov|internal|corp|local';

interface Trace {
  readonly what: string;
  readonly form: RegExp;
  readonly harmless?: (found: string) => boolean;
}

const leadsNowhere = (found: string): boolean => DOCUMENTATION.test(found);

const TRACES: readonly Trace[] = [
  { what: 'a web address', form: /\b(?:https?|ftp|ssh|jdbc:\w+):\/\/[^\s)"'<>]+/gi, harmless: leadsNowhere },
  { what: 'a mail address', form: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, harmless: leadsNowhere },
  {
    what: 'the name of a host',
    form: new RegExp(`(?<![\\w.@-])(?:[a-z0-9-]{1,63}\\.){1,8}(?:${DOMAIN_ENDINGS})\\b(?![.(\\w])`, 'gi'),
    harmless: isCode,
  },
  { what: 'the address of a machine', form: /\b(?:\d{1,3}\.){3}\d{1,3}\b/g, harmless: isDocumentationNetwork },
  { what: 'what looks like a card number', form: /\b(?:\d{4}[ -]){3}\d{4}\b/g },
  { what: 'what looks like a phone number', form: /(?<![\w.,-])\+\d{1,3}[ ()-]\d[\d ()-]{5,}\d\b/g },
  { what: 'a path of a real machine', form: /(?:\/home\/|\/Users\/|\b[A-Z]:\\(?:Users\\)?)[\w.-]+/g },
];

/** Dotted names of settings and code that end like a domain: `spark.io`, `df.co` are not hosts when a call or a lower-case namespace goes before. */
function isCode(found: string): boolean {
  return leadsNowhere(found) || /^(?:spark|hive|org\.apache|kafka|java|scala|self|df|fs|hbase)\./i.test(found);
}

/** Networks that are reserved for examples, or lead nowhere outside a machine (RFC 5737, RFC 1918). */
function isDocumentationNetwork(found: string): boolean {
  return (
    /^(?:192\.0\.2|198\.51\.100|203\.0\.113|127\.\d+\.\d+|10\.\d+\.\d+|192\.168\.\d+|0\.0\.0)\./.test(found) ||
    found.split('.').some((part) => Number(part) > 255)
  );
}

export const realDataRule: QuestionRule = {
  id: 'L24',
  severity: 'ERROR',
  asks: 'Does the page of the candidate lead to no real host, person, card or machine?',
  why: 'Exhibits are copied from work. What is real in them belongs to somebody. Use example.org and numbers that cannot exist.',
  check: (question) =>
    candidateTexts(question).flatMap(({ path, text }) =>
      TRACES.flatMap(({ what, form, harmless }) =>
        [...new Set(text.match(form) ?? [])]
          .filter((found) => harmless?.(found) !== true)
          .map((found) => ({ path, message: `"${found}" is ${what}. Use a documentation name such as example.org.` })),
      ),
    ),
};
