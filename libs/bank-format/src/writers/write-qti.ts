import type { MarkdownParser } from '../doors/markdown-tree';
import { ownReferenceText } from '../doors/own-reference';
import { printBankFile } from '../print-bank';
import { tagsOfFields } from '../readers/short-tags';
import { categoryNames, type ExportOptions, type Outgoing, type Placed, placedQuestions, utf8 } from './outgoing';
import type { QtiSpelling } from './qti-spelling';
import { qtiItemText } from './write-qti-item';
import { element, xmlDocument, type XmlPiece } from './xml-text';
import { zipFile, type ZipPart } from './zip-file';

const LOM = 'http://ltsc.ieee.org/xsd/LOM';
const DIFFICULTIES = ['very easy', 'easy', 'medium', 'difficult', 'very difficult'];
const SIDECAR_TYPE = 'associatedcontent/learning-application-resource';

/** A content package: an item a question, what is known about it in the manifest, and our own files beside them. */
export async function writeQti(
  outgoing: Outgoing,
  { sidecar }: ExportOptions,
  spelling: QtiSpelling,
  parse: MarkdownParser,
): Promise<Uint8Array> {
  const placed = placedQuestions(outgoing);
  const own = sidecar
    ? outgoing.files.map((file, index): ZipPart => ({
        name: `interview-bank/${sidecarName(outgoing, index)}`,
        bytes: utf8(printBankFile(file)),
      }))
    : [];
  const items = placed.map((one): ZipPart => ({
    name: itemName(one),
    bytes: utf8(qtiItemText(one, spelling, parse, (id) => imageName(one, outgoing, id))),
  }));
  const images = placed.flatMap((one) => imagesOf(one, outgoing));
  const manifest = xmlDocument(manifestElement(outgoing, placed, own, spelling));
  return zipFile([{ name: 'imsmanifest.xml', bytes: utf8(manifest) }, ...items, ...images, ...own]);
}

const sidecarName = ({ files }: Outgoing, index: number): string => {
  const file = files[index];
  const name = [file?.bank.id ?? 'bank', ...(file?.category === undefined ? [] : [file.category])].join('.');
  return files.length === 1 ? `${name}.bank.yaml` : `${String(index + 1).padStart(3, '0')}-${name}.bank.yaml`;
};

const itemName = ({ question }: Placed): string => `items/${question.id}.xml`;

function imagesOf({ question }: Placed, { attachments }: Outgoing): readonly ZipPart[] {
  return question.exhibits.flatMap(({ attachment }) => {
    const found = attachments.find(({ file }) => file === attachment?.file);
    return found === undefined ? [] : [{ name: `items/${found.file}`, bytes: found.bytes }];
  });
}

const imageName = ({ question }: Placed, { attachments }: Outgoing, id: string): string => {
  const file = question.exhibits.find((exhibit) => exhibit.id === id)?.attachment?.file;
  return attachments.some((attachment) => attachment.file === file) && file !== undefined ? file : id;
};

function manifestElement(outgoing: Outgoing, placed: readonly Placed[], own: readonly ZipPart[], spelling: QtiSpelling): XmlPiece {
  const bank = outgoing.files[0]?.bank;
  const [schema, version] = spelling.schemaWords;
  return element('manifest', { xmlns: spelling.packageNamespace, 'xmlns:lom': LOM, identifier: `MANIFEST-${bank?.id ?? 'bank'}` }, [
    element('metadata', {}, [
      element('schema', {}, schema),
      element('schemaversion', {}, version),
      element('lom:lom', {}, [
        element('lom:general', {}, [element('lom:title', {}, [text(bank?.title ?? 'Bank', bank?.language ?? 'en')])]),
      ]),
    ]),
    element('organizations'),
    element('resources', {}, [
      ...placed.map((one) => itemResource(one, outgoing, own, spelling)),
      ...own.map(({ name }, index) =>
        element('resource', { identifier: `RES-interview-bank-${index + 1}`, type: SIDECAR_TYPE, href: name }, [
          element('file', { href: name }),
        ]),
      ),
    ]),
  ]);
}

function itemResource(placed: Placed, outgoing: Outgoing, own: readonly ZipPart[], spelling: QtiSpelling): XmlPiece {
  const href = itemName(placed);
  const index = outgoing.files.indexOf(placed.file);
  return element('resource', { identifier: `ITEM-${placed.question.id}`, type: spelling.itemType, href }, [
    element('metadata', {}, [lomOf(placed)]),
    element('file', { href }),
    ...imagesOf(placed, outgoing).map(({ name }) => element('file', { href: name })),
    ...(own.length > index ? [element('dependency', { identifierref: `RES-interview-bank-${index + 1}` })] : []),
  ]);
}

const text = (words: string, language: string): XmlPiece => element('lom:string', { language }, words);

function lomOf(placed: Placed): XmlPiece {
  const { file, question } = placed;
  const words = (one: string): XmlPiece => text(one, question.language);
  const authors = question.record?.authors ?? [];
  return element('lom:lom', {}, [
    element('lom:general', {}, [
      element('lom:identifier', {}, [
        element('lom:catalog', {}, 'interview-bank'),
        element('lom:entry', {}, ownReferenceText(file.bank.id, question.id, question.record?.version)),
      ]),
      element('lom:title', {}, [words(question.title)]),
      element('lom:language', {}, question.language),
      ...[...question.tags, ...tagsOfFields(question)].map((tag) => element('lom:keyword', {}, [words(tag)])),
    ]),
    element('lom:lifeCycle', {}, [
      element('lom:version', {}, [words(String(question.record?.version ?? 1))]),
      ...authors.map((author) =>
        element('lom:contribute', {}, [
          element('lom:role', {}, [element('lom:source', {}, 'LOMv1.0'), element('lom:value', {}, 'author')]),
          element('lom:entity', {}, `BEGIN:VCARD\nVERSION:3.0\nFN:${author.replace(/[\r\n]+/g, ' ')}\nEND:VCARD`),
        ]),
      ),
    ]),
    element('lom:educational', {}, [
      element('lom:difficulty', {}, [
        element('lom:source', {}, 'LOMv1.0'),
        element('lom:value', {}, DIFFICULTIES[question.difficulty - 1] ?? 'medium'),
      ]),
      element('lom:typicalLearningTime', {}, [element('lom:duration', {}, durationOf(question.minutes.target))]),
    ]),
    element('lom:rights', {}, [
      element('lom:copyrightAndOtherRestrictions', {}, [element('lom:source', {}, 'LOMv1.0'), element('lom:value', {}, 'yes')]),
      element('lom:description', {}, [words(question.license)]),
    ]),
    element('lom:classification', {}, [
      element('lom:taxonPath', {}, [
        element('lom:source', {}, [words('category')]),
        ...categoryNames(placed).map((name) => element('lom:taxon', {}, [element('lom:entry', {}, [words(name)])])),
      ]),
    ]),
  ]);
}

/** 12.5 → PT12M30S. */
const durationOf = (minutes: number): string => `PT${Math.floor(minutes)}M${minutes % 1 === 0 ? '' : `${Math.round((minutes % 1) * 60)}S`}`;
