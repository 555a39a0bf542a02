import { exhibitsText } from '../doors/exhibits-as-text';
import type { MarkdownParser } from '../doors/markdown-tree';
import { ownReferenceText } from '../doors/own-reference';
import { printBankJson } from '../print-bank';
import { SIDECAR_FILE } from '../readers/moodle/moodle-files';
import { PART_MARK } from '../readers/parted';
import { tagsOfFields } from '../readers/short-tags';
import { markdownToHtml } from './markdown-to-html';
import { categoryNames, type ExportOptions, type Outgoing, type Placed, placedQuestions } from './outgoing';
import { levelLabels, scriptText } from './script-text';
import { cdata, element, markup, type XmlPiece } from './xml-text';

/** A question bank as Moodle reads it: categories as questions between the questions, the script for graders, everything in a file beside it. */
export function writeMoodle(outgoing: Outgoing, { sidecar }: ExportOptions, parse: MarkdownParser): string {
  const pieces: XmlPiece[] = [];
  let category = '';
  for (const placed of placedQuestions(outgoing)) {
    const path = ['$course$', 'top', ...categoryNames(placed).map((name) => name.replace(/\//g, '//'))].join('/');
    if (path !== category) pieces.push(element('question', { type: 'category' }, [element('category', {}, [element('text', {}, path)])]));
    category = path;
    pieces.push(questionElement(placed, outgoing, sidecar, parse));
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${pieces.map(({ xml }) => `  ${xml}`).join('\n')}\n</quiz>\n`;
}

function questionElement(placed: Placed, outgoing: Outgoing, sidecar: boolean, parse: MarkdownParser): XmlPiece {
  const { file, question } = placed;
  const mode = question.response?.mode ?? 'spoken';
  const choices = question.response?.choices ?? [];
  const isChoice = choices.length > 0;
  const context = [question.context ?? '', exhibitsText(question.exhibits)].filter((part) => part !== '').join('\n\n');
  const files = attachedFiles(placed, outgoing);
  const text = html(context === '' ? question.prompt : `${context}${PART_MARK}${question.prompt}`, parse);
  const type = isChoice ? 'multichoice' : mode === 'audio' || mode === 'video' ? 'recordrtc' : 'essay';
  const tags = [...question.tags, ...tagsOfFields(question)];
  return element('question', { type }, [
    element('name', {}, [element('text', {}, question.title)]),
    element('questiontext', { format: 'html' }, [element('text', {}, [markup(cdata(text))]), ...files]),
    element('generalfeedback', { format: 'html' }, [element('text')]),
    element('defaultgrade', {}, '1'),
    element('penalty', {}, '0'),
    element('hidden', {}, '0'),
    element('idnumber', {}, ownReferenceText(file.bank.id, question.id, question.record?.version)),
    ...(type === 'essay' ? essayMembers(placed, parse) : []),
    ...(type === 'recordrtc'
      ? [element('mediatype', {}, mode), element('timelimitinseconds', {}, String(question.response?.maxSeconds ?? 300))]
      : []),
    ...(type === 'multichoice' ? choiceMembers(placed, parse) : []),
    graderInfo(placed, sidecar, parse),
    ...(tags.length > 0
      ? [
          element(
            'tags',
            {},
            tags.map((tag) => element('tag', {}, [element('text', {}, tag)])),
          ),
        ]
      : []),
  ]);
}

const html = (markdown: string, parse: MarkdownParser): string => markdownToHtml(markdown, parse, (name) => `@@PLUGINFILE@@/${name}`);

/** Files of exhibits, by the names that the texts call them. */
function attachedFiles({ question }: Placed, { attachments }: Outgoing): readonly XmlPiece[] {
  return question.exhibits.flatMap(({ id, attachment }) => {
    const found = attachments.find(({ file }) => file === attachment?.file);
    return found === undefined
      ? []
      : [element('file', { name: id, path: '/', encoding: 'base64' }, Buffer.from(found.bytes).toString('base64'))];
  });
}

function essayMembers({ question: { response } }: Placed, parse: MarkdownParser): readonly XmlPiece[] {
  const format = response?.mode === 'code' ? 'monospaced' : response?.mode === 'file' ? 'noinline' : 'editor';
  return [
    element('responseformat', {}, format),
    element('responserequired', {}, response?.mode === 'file' ? '0' : '1'),
    element('responsefieldlines', {}, '15'),
    element('minwordlimit', {}, String(response?.minWords ?? '')),
    element('maxwordlimit', {}, String(response?.maxWords ?? '')),
    element('attachments', {}, response?.mode === 'file' ? '1' : '0'),
    element('attachmentsrequired', {}, response?.mode === 'file' ? '1' : '0'),
    element('responsetemplate', { format: 'html' }, [
      element('text', {}, response?.template === undefined ? [] : [markup(cdata(html(response.template, parse)))]),
    ]),
  ];
}

function choiceMembers({ question: { response } }: Placed, parse: MarkdownParser): readonly XmlPiece[] {
  const choices = response?.choices ?? [];
  const right = choices.filter(({ correct }) => correct === true).length;
  return [
    element('single', {}, response?.mode === 'multiple-choice' ? 'false' : 'true'),
    element('shuffleanswers', {}, response?.shuffle === true ? 'true' : 'false'),
    ...choices.map(({ text, correct, feedback }) =>
      element('answer', { fraction: correct === true ? String(Number((100 / right).toFixed(5))) : '0', format: 'html' }, [
        element('text', {}, [markup(cdata(html(text, parse)))]),
        element('feedback', { format: 'html' }, [
          element('text', {}, feedback === undefined ? [] : [markup(cdata(html(feedback, parse)))]),
        ]),
      ]),
    ),
  ];
}

function graderInfo({ file, question }: Placed, sidecar: boolean, parse: MarkdownParser): XmlPiece {
  const script = html(scriptText(question, levelLabels(file)), parse);
  const link = sidecar ? `<p><a href="@@PLUGINFILE@@/${SIDECAR_FILE}">${SIDECAR_FILE}</a></p>` : '';
  const content = Buffer.from(printBankJson({ ...file, questions: [question] }), 'utf8').toString('base64');
  return element('graderinfo', { format: 'html' }, [
    element('text', {}, [markup(cdata(script + link))]),
    ...(sidecar ? [element('file', { name: SIDECAR_FILE, path: '/', encoding: 'base64' }, content)] : []),
  ]);
}
