import { FieldReader, type EntryReader, type Fields } from './field-reader';
import { EXHIBIT_FORMATS, type Exhibit, type RequestableEvidence } from './question-document';
import { LIMITS } from './text-limits';
import { PART_ID } from './text-pattern';
import { withoutAbsent } from './without-absent';

const EXHIBIT_FIELDS: Fields<Exhibit> = { id: true, title: true, format: true, content: true };

/** What lies on the table from the start. */
export const readExhibit: EntryReader<Exhibit> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, EXHIBIT_FIELDS);
  return {
    id: fields.requiredLine('id', LIMITS.line, PART_ID),
    title: fields.requiredLine('title'),
    format: fields.requiredOneOf('format', EXHIBIT_FORMATS),
    content: fields.requiredText('content'),
  };
};

const EVIDENCE_FIELDS: Fields<RequestableEvidence> = { id: true, askLike: true, title: true, format: true, content: true };

/** What is shown to a candidate who asks for the equivalent. */
export const readEvidence: EntryReader<RequestableEvidence> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, EVIDENCE_FIELDS);
  return withoutAbsent<RequestableEvidence>({
    id: fields.requiredLine('id', LIMITS.line, PART_ID),
    askLike: fields.requiredLine('askLike'),
    title: fields.line('title'),
    format: fields.oneOf('format', EXHIBIT_FORMATS),
    content: fields.requiredText('content'),
  });
};
