import { plural } from '../../analyze/report/figures';
import type { Section } from '../../analyze/report/report';
import type { ConflictResult } from '../result';

/** Why there are no such kits, and what would help. */
export function conflictSection({ rows, minimal, sentence, relaxations }: ConflictResult): Section {
  return {
    id: 'conflict',
    title: 'What cannot be had together',
    lead: minimal
      ? `${plural(rows.length, 'wish', 'wishes')}; give up any one of them and the others can be had.`
      : `${plural(rows.length, 'wish', 'wishes')}; perhaps fewer, but the time did not suffice to find out.`,
    blocks: [
      { kind: 'text', text: sentence },
      { kind: 'text', text: rows.join(', ') },
      ...(relaxations.length === 0
        ? []
        : [
            {
              kind: 'statements' as const,
              statements: relaxations.map(({ changes }) => ({
                tone: 'PLAIN' as const,
                headline: 'This would help',
                says: changes.join('; '),
              })),
            },
          ]),
    ],
  };
}
