import type { IncomingQuestion, IncomingRubric } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import { readXml } from '../../guard/read-xml';
import { Refusal } from '../../guard/refusal';
import { allText, descendantsOf, elementAt, type XmlElement } from '../../guard/xml-element';
import type { ZipArchive } from '../../guard/zip-archive';
import { canvasRubrics } from '../rubrics/canvas-rubrics-xml';
import { categoriesOf } from '../table/read-csv';
import { qti12Questions } from './qti12-questions';

/**
 * Question banks and quizzes of a cartridge (Common Cartridge, Canvas). Canvas writes each quiz twice: its own form is read first, and the
 * other adds only what is not there yet.
 */
export async function cartridge(archive: ZipArchive, manifest: XmlElement, root: string, reading: Reading): Promise<Found> {
  const candidates = archive.names.filter(
    (name) => name.startsWith(root) && !name.startsWith('__MACOSX/') && /\.(xml|qti)$/i.test(name) && !name.endsWith('imsmanifest.xml'),
  );
  const ordered = [...candidates].sort((a, b) => Number(/\/?non_cc_assessments\//.test(b)) - Number(/\/?non_cc_assessments\//.test(a)));
  const questions: IncomingQuestion[] = [];
  const rubrics: IncomingRubric[] = [];
  const faults: Refusal[] = [];
  const seen = new Set<string>();
  let isPrivate = licenceIsPrivate(manifest);
  for (const file of ordered) {
    try {
      const xml = await readXml(reading.decode(await archive.read(file), undefined, { file }), { place: { file } });
      if (xml.name === 'questestinterop') questions.push(...(await qti12Questions(xml, file, archive, reading, seen)));
      else if (xml.name === 'rubrics') rubrics.push(...canvasRubrics(xml, { file }));
      else isPrivate ||= descendantsOf(xml, ({ name }) => name === 'license').some((element) => allText(element).trim() === 'private');
    } catch (problem) {
      if (
        !(problem instanceof Refusal) ||
        problem.faults.some(({ code }) => code.startsWith('ARCHIVE_') || code === 'XML_DTD_FORBIDDEN' || code === 'TOO_MANY_QUESTIONS')
      )
        throw problem;
      faults.push(problem);
      for (const { message, fix, place } of problem.faults)
        reading.notices.warn('ITEM_INVALID', `A file was left out. ${message}`, fix, place);
    }
  }
  if (questions.length + rubrics.length === 0 && faults.length > 0)
    throw new Refusal([
      { code: 'NOTHING_TO_IMPORT', message: 'No file of the package can be read.', fix: 'Export it anew.', place: {} },
      ...faults.flatMap((fault) => fault.faults),
    ]);
  if (isPrivate)
    reading.notices.warn('LICENSE_UNKNOWN', 'The course says that it is private.', 'Ask who owns it before anything of it is published.');
  return { dialect: '1.2', questions, rubrics, categories: categoriesOf(questions) };
}

function licenceIsPrivate(manifest: XmlElement): boolean {
  const lom = elementAt(manifest, 'metadata', 'lom');
  const rights = lom === undefined ? undefined : elementAt(lom, 'rights', 'description');
  return rights !== undefined && /^private\b/i.test(allText(rights).trim());
}
