import type { Truth } from './truth';

/** What the rows of all organizations must say together. */
export const dataTruths: readonly Truth[] = [
  {
    says: 'a seat counts as submitted exactly where its scorecard is',
    faults: `SELECT s.id::text FROM panel_seat s LEFT JOIN scorecard c ON c.organization_id = s.organization_id AND c.seat_id = s.id
      WHERE (s.submitted_at IS NOT NULL) <> (c.status IS NOT DISTINCT FROM 'SUBMITTED')`,
  },
  {
    says: 'a scorecard belongs to the member, interview and loop of its seat',
    faults: `SELECT c.id::text FROM scorecard c JOIN panel_seat s ON s.organization_id = c.organization_id AND s.id = c.seat_id
      WHERE c.member_id <> s.member_id OR c.interview_id <> s.interview_id OR c.loop_id <> s.loop_id`,
  },
  {
    says: 'a seal is open because all have submitted, or because somebody opened it with a reason',
    faults: `SELECT l.id::text FROM loop l WHERE l.seal_opened_at IS NOT NULL AND l.seal_opened_early_reason IS NULL AND EXISTS (
      SELECT 1 FROM panel_seat s JOIN interview i ON i.organization_id = s.organization_id AND i.id = s.interview_id
      WHERE s.organization_id = l.organization_id AND s.loop_id = l.id AND i.organization_id = l.organization_id
        AND s.kind <> 'OBSERVER' AND s.submitted_at IS NULL AND s.removed_at IS NULL
        AND i.status NOT IN ('CANCELLED', 'NO_SHOW') AND s.created_at < l.seal_opened_at)`,
  },
  {
    says: 'nobody decided, and nobody rated again, while the seal was shut',
    faults: `SELECT d.id::text FROM decision d JOIN loop l ON l.organization_id = d.organization_id AND l.id = d.loop_id
      WHERE l.seal_opened_at IS NULL OR d.decided_at < l.seal_opened_at
      UNION ALL SELECT r.id::text FROM second_rating r JOIN loop l ON l.organization_id = r.organization_id AND l.id = r.loop_id
      WHERE l.seal_opened_at IS NULL OR r.created_at < l.seal_opened_at`,
  },
  {
    says: 'an interview that is submitted has ended',
    faults: `SELECT s.id::text FROM panel_seat s JOIN interview i ON i.organization_id = s.organization_id AND i.id = s.interview_id
      WHERE s.submitted_at IS NOT NULL AND i.status <> 'ENDED'`,
  },
  {
    says: 'the weights of every role profile sum to 100',
    faults: `SELECT p.slug FROM role_profile p JOIN role_profile_weight w ON w.organization_id = p.organization_id AND w.role_profile_id = p.id
      GROUP BY p.organization_id, p.id, p.slug HAVING sum(w.weight) <> 100`,
  },
  {
    says: 'an approved version was approved by somebody, and the question names it',
    faults: `SELECT v.id::text FROM question_version v WHERE v.status = 'APPROVED' AND v.approved_at IS NULL
      UNION ALL SELECT q.id::text FROM question q JOIN question_version v ON v.organization_id = q.organization_id AND v.id = q.approved_version_id
      WHERE v.status <> 'APPROVED' OR v.question_id <> q.id`,
  },
  {
    says: 'every organization in use has an active administrator',
    faults: `SELECT o.slug FROM organization o WHERE NOT EXISTS (
      SELECT 1 FROM member m WHERE m.organization_id = o.id AND m.status = 'ACTIVE' AND 'ADMIN' = ANY (m.roles))`,
  },
  {
    says: 'every submission has exactly one audit line',
    faults: `SELECT c.id::text FROM scorecard c LEFT JOIN audit_event e ON e.organization_id = c.organization_id AND e.action = 'scorecard.submit' AND e.subject_id = c.id::text
      WHERE c.status = 'SUBMITTED' GROUP BY c.organization_id, c.id HAVING count(e.sequence) <> 1`,
  },
  {
    says: 'the audit log has no gaps',
    faults: `SELECT organization_id::text FROM audit_event GROUP BY organization_id HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
  },
];
