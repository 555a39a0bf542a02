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
