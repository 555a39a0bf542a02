import type { IncomingAttachment, IncomingPlan, IncomingQuestion } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import { checkAttachment } from '../../guard/check-attachment';
import { readXml } from '../../guard/read-xml';
import { Refusal, refuseFile } from '../../guard/refusal';
import { allText, descendantsOf, elementAt, type XmlElement } from '../../guard/xml-element';
import type { ZipArchive } from '../../guard/zip-archive';
import { cartridge } from '../qti12/cartridge';
import { categoriesOf } from '../table/read-csv';
import { lomFields } from './lom';
import { joined, listedItems, type ListedItem } from './manifest';
import { qtiItem } from './qti-item';
import { isItem, isTest, qtiAttribute, qtiDescendants, qtiVersion } from './qti-names';

/** A content package of QTI 2 or 3, or a cartridge of QTI 1.2 which looks alike from outside. */
export async function readQtiPackage(archive: ZipArchive, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const manifestName = manifestOf(archive);
  if (manifestName === null)
    return refuseFile('QTI_MANIFEST_MISSING', 'The package has no imsmanifest.xml.', 'Export it anew, or import its items one by one.');
  const root = manifestName.slice(0, -'imsmanifest.xml'.length);
  if (root !== '')
    reading.notices.warn('MANIFEST_NOT_AT_ROOT', `The list of contents lies in the folder "${root}" and not at the top.`, '', {
      file: manifestName,
    });
  const open = async (name: string): Promise<{ readonly text: string; readonly xml: XmlElement }> => {
    const text = reading.decode(await archive.read(name), undefined, { file: name });
    return { text, xml: await readXml(text, { place: { file: name } }) };
  };
  const manifest = (await open(manifestName)).xml;
  const listed = await listedItems(manifest, root, archive, async (name) => (await open(name)).xml, reading.notices);
  if (listed.items.length === 0) return cartridge(archive, manifest, root, reading);
  return new PackageReading(archive, reading, open, manifest).read(listed.items, listed.tests);
}

/** The manifest nearest to the top, not that of another program's leftovers. */
export const manifestOf = (archive: ZipArchive): string | null =>
  archive.names
    .filter((name) => /(^|\/)imsmanifest\.xml$/.test(name) && !name.startsWith('__MACOSX/'))
    .sort((a, b) => a.split('/').length - b.split('/').length)[0] ?? null;

class PackageReading {
  private readonly questions: IncomingQuestion[] = [];
  private readonly byFile = new Map<string, number>();
  private readonly faults: Refusal[] = [];
  private version = '';

  constructor(
    private readonly archive: ZipArchive,
    private readonly reading: Reading,
    private readonly open: (name: string) => Promise<{ readonly text: string; readonly xml: XmlElement }>,
    private readonly manifest: XmlElement,
  ) {}

  async read(items: readonly ListedItem[], tests: readonly string[]): Promise<Found> {
    for (const item of items) await this.readItem(item);
    if (this.questions.length === 0 && this.faults.length > 0)
      throw new Refusal([
        { code: 'NOTHING_TO_IMPORT', message: 'No item of the package can be read.', fix: 'Export it anew.', place: {} },
        ...this.faults.flatMap(({ faults }) => faults),
      ]);
    return {
      dialect: this.version,
      questions: this.questions,
      categories: categoriesOf(this.questions),
      plans: await this.plans(tests),
      sidecars: await this.sidecars(),
      bank: this.bankOf(),
    };
  }

  /** One item that cannot be read does not keep the others out. */
  private async readItem({ file, resource }: ListedItem): Promise<void> {
    const { notices } = this.reading;
    try {
      const { text, xml } = await this.open(file);
      if (!isItem(xml)) return;
      this.version ||= qtiVersion(xml);
      const { question, images } = qtiItem(xml, text, { file, line: 1 }, this.reading, await this.reading.markdown());
      this.reading.countQuestion();
      this.byFile.set(file, this.questions.length);
      this.questions.push({
        ...question,
        ...lomFields(resource),
        language: question.language,
        attachments: await this.attachments(images, file),
      });
    } catch (problem) {
      if (
        !(problem instanceof Refusal) ||
        problem.faults.some(({ code }) => code.startsWith('ARCHIVE_') || code === 'TOO_MANY_QUESTIONS' || code === 'XML_DTD_FORBIDDEN')
      )
        throw problem;
      this.faults.push(problem);
      for (const { message, fix, place } of problem.faults) notices.warn('ITEM_INVALID', `The item was left out. ${message}`, fix, place);
    }
  }

  private async attachments(images: readonly string[], item: string): Promise<readonly IncomingAttachment[]> {
    const found: IncomingAttachment[] = [];
    for (const address of new Set(images)) {
      const beside = joined(item, address);
      const name = this.archive.has(beside) ? beside : joined('imsmanifest.xml', address);
      if (name !== beside && this.archive.has(name))
        this.reading.notices.warn(
          'ATTACHMENT_GUESSED',
          `The image "${address.slice(0, 80)}" lies at the top of the package and not beside the item.`,
          'Look whether it is the right one.',
          { file: item },
        );
      if (!this.archive.has(name)) {
        this.reading.notices.note('ATTACHMENT_MISSING', `The image "${address.slice(0, 80)}" is not in the package.`, '', { file: item });
        continue;
      }
      const checked = checkAttachment(address, await this.archive.read(name));
      if (typeof checked === 'string')
        this.reading.notices.warn(
          'ATTACHMENT_REFUSED',
          `The file "${address.slice(0, 80)}" was left out; images in PNG, JPEG, GIF and WebP are kept.`,
          '',
          { file: item },
        );
      else found.push({ audience: 'candidate', address: encodeURI(address), ...checked });
    }
    return found;
  }

  /** Each test is an interview as somebody planned it: its sections with their items. */
  private async plans(tests: readonly string[]): Promise<readonly IncomingPlan[]> {
    const plans: IncomingPlan[] = [];
    for (const test of tests) {
      const { xml } = await this.open(test);
      if (!isTest(xml)) continue;
      for (const section of qtiDescendants(xml, 'assessmentSection')) {
        const positions = qtiDescendants(section, 'assessmentItemRef').flatMap(
          (ref) => this.byFile.get(joined(test, ref.attributes.get('href') ?? '')) ?? [],
        );
        if (positions.length > 0)
          plans.push({ title: qtiAttribute(section, 'title') ?? '', minutes: null, purpose: null, questions: positions });
      }
    }
    return plans;
  }

  private async sidecars(): Promise<readonly string[]> {
    const names = descendantsOf(this.manifest, ({ name }) => name === 'file').map(({ attributes }) => attributes.get('href') ?? '');
    const own = [...new Set(names)].filter(
      (name) => /(^|\/)interview-bank\/[^/]+\.bank\.(yaml|json)$/.test(name) && this.archive.has(name),
    );
    return Promise.all(own.map(async (name) => this.reading.decode(await this.archive.read(name), undefined, { file: name })));
  }

  private bankOf(): NonNullable<Found['bank']> {
    const lom = elementAt(this.manifest, 'metadata', 'lom');
    const title = lom === undefined ? '' : allText(elementAt(lom, 'general', 'title') ?? '').trim();
    return title === '' ? {} : { title };
  }
}
