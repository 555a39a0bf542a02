/** A form that a short text must have, and the words that say so. */
export interface TextPattern {
  readonly form: RegExp;
  readonly says: string;
}

/** Names of things in the bank: questions, categories, competencies, roles, banks. */
export const SLUG: TextPattern = {
  form: /^[a-z0-9][a-z0-9._-]{0,79}$/,
  says: 'lower-case letters, digits, ".", "_" or "-", starting with a letter or digit, at most 80',
};

/** Names inside one question: exhibits, probes, hints, criteria. */
export const PART_ID: TextPattern = {
  form: /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/,
  says: 'letters, digits, ".", "_" or "-", starting with a letter or digit, at most 80',
};

export const LANGUAGE: TextPattern = {
  form: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  says: 'a BCP 47 language tag such as "en" or "pt-BR"',
};

export const LICENSE: TextPattern = {
  form: /^[A-Za-z0-9][A-Za-z0-9.+() -]{0,79}$/,
  says: 'an SPDX expression such as "CC-BY-4.0", or "LicenseRef-…"',
};

export const TAG: TextPattern = {
  form: /^[^\sA-Z][^\r\n\tA-Z]{0,59}$/u,
  says: 'one lower-case word or short phrase of at most 60 characters',
};

export const WEB_ADDRESS: TextPattern = {
  form: /^https?:\/\/[^\s]{1,1990}$/,
  says: 'an http or https address',
};

/** A file beside the bank file; no folder above or below the one for attachments. */
export const FILE_IN_PACKAGE: TextPattern = {
  form: /^attachments\/[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/,
  says: 'a file in the folder "attachments", such as "attachments/stage-14.png"',
};

export const MEDIA_TYPE: TextPattern = {
  form: /^[a-z]+\/[a-z0-9.+-]+$/,
  says: 'a media type such as "image/png"',
};

export const SHA256: TextPattern = {
  form: /^[0-9a-f]{64}$/,
  says: 'a SHA-256 in hex: 64 digits and lower-case letters a to f',
};

export const DAY: TextPattern = {
  form: /^\d{4}-\d{2}-\d{2}$/,
  says: 'a day such as "2026-03-18"',
};

export const RULE_ID: TextPattern = {
  form: /^[A-Z]\d{2}$/,
  says: 'the id of a rule, such as "L13"',
};

/** A web address, a mail address or a name such as `urn:isbn:…`. */
export const URI: TextPattern = {
  form: /^(https?:\/\/|urn:|mailto:)[^\s]{1,1980}$/,
  says: 'an http or https address, a urn: or a mailto:',
};

/** `id` of the same bank, or `bank/id`. */
export const QUESTION_REF: TextPattern = {
  form: /^[a-z0-9][a-z0-9._-]{0,79}(\/[a-z0-9][a-z0-9._-]{0,79})?$/,
  says: 'the id of a question, or bank/id for one of another bank',
};

/** What a foreign format or a tool of the house keeps in a question without a home of its own. */
export const EXTENSION: TextPattern = {
  form: /^x-[a-z0-9][a-z0-9.-]{0,58}$/,
  says: '"x-" and lower-case letters, digits, "." or "-"',
};
