import type { IncomingQuestion } from '../../doors/incoming';
import { allText, descendantsOf, elementAt, elementsOf, type XmlElement } from '../../guard/xml-element';
import { shortFields, withShortFields } from '../short-tags';

const DIFFICULTIES = ['very easy', 'easy', 'medium', 'difficult', 'very difficult'];

/** What learning object metadata beside an item says about it. Names of people are kept only where they stand for authors. */
export function lomFields(resource: XmlElement | undefined): Partial<IncomingQuestion> {
  const lom = resource === undefined ? undefined : descendantsOf(resource, ({ name }) => name === 'lom')[0];
  if (lom === undefined) return {};
  const general = elementAt(lom, 'general');
  const keywords =
    general === undefined
      ? []
      : elementsOf(general, 'keyword')
          .map(textOf)
          .filter((word) => word !== '');
  const short = shortFields(keywords);
  const educational = elementAt(lom, 'educational');
  const difficulty = educational === undefined ? -1 : DIFFICULTIES.indexOf(textOf(elementAt(educational, 'difficulty', 'value')));
  const minutes = minutesOf(textOf(educational === undefined ? undefined : elementAt(educational, 'typicalLearningTime')));
  const license = licenseOf(textOf(elementAt(lom, 'rights', 'description')));
  const path = descendantsOf(lom, ({ name }) => name === 'taxonPath').find((one) => textOf(elementAt(one, 'source')) === 'category');
  const authors = descendantsOf(lom, ({ name }) => name === 'contribute')
    .filter((one) => /^(author|creator)$/i.test(textOf(elementAt(one, 'role', 'value'))))
    .map(
      (one) => /(?:^|\s)FN:\s*([^\r\n]+?)(?=\s+(?:END|N|ORG|EMAIL|TEL):|\s*$)/m.exec(textOf(elementAt(one, 'entity')))?.[1]?.trim() ?? '',
    )
    .filter((name) => name !== '');
  return {
    ...withShortFields(short),
    tags: short.rest,
    ...(difficulty >= 0 && { difficulty: difficulty + 1 }),
    ...(minutes !== null && { minutes }),
    ...(license !== null && { license }),
    ...(path !== undefined && { categoryPath: elementsOf(path, 'taxon').flatMap(taxonNames) }),
    ...(authors.length > 0 && { authors }),
  };
}

const textOf = (element: XmlElement | undefined): string => (element === undefined ? '' : allText(element).trim());

/** Taxa nest in each other, or stand beside each other. */
function taxonNames(taxon: XmlElement): readonly string[] {
  return [textOf(elementAt(taxon, 'entry')), ...elementsOf(taxon, 'taxon').flatMap(taxonNames)].filter((name) => name !== '');
}

/** `PT1H12M` → 72. */
export function minutesOf(duration: string): number | null {
  const found = /PT(?:(\d+)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+)S)?/.exec(duration);
  if (found === null) return null;
  const minutes = Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0) + Number(found[3] ?? 0) / 60;
  return minutes > 0 ? minutes : null;
}

/** Only what looks like an SPDX expression is a licence; a sentence about rights is not. */
export const licenseOf = (text: string): string | null =>
  /^(LicenseRef-[A-Za-z0-9.-]+|[A-Z][A-Za-z]*-[A-Za-z0-9.-]+|MIT|Unlicense|ISC|0BSD|Zlib)( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$/.test(text)
    ? text
    : null;
