import type { BankFault } from '../bank-fault';
import { publishFaults } from '../publish-faults';
import { unknownName } from '../value-readers';
import type { Complaint, QuestionRule } from './rule';

/** What other rules say in their own words. */
const ELSEWHERE = (fault: BankFault): boolean => {
  const [first, second] = fault.path;
  return (
    fault.code === 'SUM' || (first === 'rubric' && second === 'criteria' && fault.code !== 'REFERENCE') || fault.path.includes('anchors')
  );
};

export const schemaRule: QuestionRule = {
  id: 'L01',
  severity: 'ERROR',
  asks: 'Is the file well-formed, complete, and do all names in it exist?',
  why: 'What cannot be read cannot be used. Slugs are looked up in the competency framework and among the parts of the question.',
  check: (question, { known, levelsOf }) => {
    const { roles, rubric, probes, hints } = question;
    const criteria = rubric.criteria.map(({ id }) => id);
    const levels = levelsOf(rubric.scale);
    const complaints: Complaint[] = publishFaults(question, known === undefined || levels === undefined ? known : { ...known, levels })
      .filter((fault) => !ELSEWHERE(fault))
      .map(({ path, message }) => ({ path, message }));
    if (levels === undefined)
      complaints.push({
        path: ['rubric', 'scale'],
        message: `Nobody knows the scale "${rubric.scale}". Add it to "scales" of the file, or use "standard".`,
      });
    if (known !== undefined && known.roleProfiles.size > 0)
      roles.forEach((role, index) => {
        if (!known.roleProfiles.has(role))
          complaints.push({ path: ['roles', index], message: unknownName(role, [...known.roleProfiles], 'role') });
      });
    [
      ...probes.map((probe, index) => ({ list: 'probes', index, ...probe })),
      ...hints.map((hint, index) => ({ list: 'hints', index, ...hint })),
    ].forEach(({ list, index, evidenceFor = [] }) => {
      evidenceFor.forEach((id, place) => {
        if (!criteria.includes(id))
          complaints.push({ path: [list, index, 'evidenceFor', place], message: unknownName(id, criteria, 'criterion') });
      });
    });
    const { competencies } = question;
    if (competencies.length > 4)
      complaints.push({
        path: ['competencies'],
        severity: 'WARNING',
        message: `One competency is measured and at most three are touched; there are ${competencies.length}.`,
      });
    for (const [name, advice] of Object.entries(ADVICE)) {
      if (question[name as keyof typeof ADVICE] !== undefined || (name === 'groundTruth' && question.kind === 'behavioural')) continue;
      complaints.push({
        path: [name],
        message: `"${name}" is missing. ${advice}`,
        ...(name === 'scriptNotes' ? { severity: 'WARNING' as const } : {}),
      });
    }
    if (question.seniority.length === 0)
      complaints.push({ path: ['seniority'], message: 'Say for whom it is fair, for example [senior, lead].' });
    return complaints;
  },
};

const ADVICE = {
  construct: 'Say in one sentence, with a verb that can be observed, what is measured.',
  notMeasured: 'Say what must not move the score.',
  scriptNotes: 'Say what the interviewer does and does not say.',
  groundTruth: 'Say what really happened, or what an expert would decide.',
} as const;
