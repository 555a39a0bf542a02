import type { QuestionDocument } from '../question-document';
import type { IncomingProbe, IncomingScript } from './incoming';
import { TEXT_SECTIONS, type TextSection } from './script-sections';

/** The members of a question that the script fills; ids are given here, because foreign files have none. */
export function scriptOfIncoming(script: IncomingScript = {}): Partial<QuestionDocument> {
  const texts = Object.fromEntries((Object.keys(TEXT_SECTIONS) as TextSection[]).map((name) => [name, script[name]]));
  return {
    ...texts,
    probes: (script.probes ?? []).map((probe, index) => probeMembers(probe, `p${index + 1}`)),
    hints: (script.hints ?? []).map(({ text, when, caps }, index) => ({
      id: `h${index + 1}`,
      text,
      ...(when !== undefined && { when }),
      caps: caps ?? {},
    })),
    followUps: (script.followUps ?? []).map(({ levels, ask }) => ({ levels, ask })),
    plausibleWrongAnswers: script.plausibleWrongAnswers ?? [],
    noteDown: script.noteDown,
    failureCards: script.failureCards ?? [],
    acceptAlso: script.acceptAlso,
  };
}

type Probe = QuestionDocument['probes'][number];

/** Probes go one step deep; what lies deeper follows its parent on the same step. */
function probeMembers(probe: IncomingProbe, id: string): Probe {
  const below = (probe.probes ?? []).flatMap(unfolded);
  return {
    ...plainProbe(probe, id),
    ...(below.length > 0 && { probes: below.map((one, index) => plainProbe(one, `${id}-${index + 1}`)) }),
  };
}

const unfolded = (probe: IncomingProbe): readonly IncomingProbe[] => [probe, ...(probe.probes ?? []).flatMap(unfolded)];

const plainProbe = ({ ask, when, lookFor }: IncomingProbe, id: string): Omit<Probe, 'probes'> => ({
  id,
  ask,
  ...(when !== undefined && { when }),
  ...(lookFor !== undefined && lookFor.length > 0 && { lookFor }),
});
