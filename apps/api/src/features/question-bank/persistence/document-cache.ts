import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalQuestion, type QuestionDocument, validateQuestionDocument } from '@touchstone/bank-format';
import type { Json } from '@touchstone/kernel';
import { type WrittenColumns, writtenColumns } from './question-version-row';

/** A document in both its forms: complete for programs, canonical (without empty members) for hashing and export. */
export interface ParsedDocument {
  readonly document: QuestionDocument;
  readonly canonical: Json;
  readonly columns: WrittenColumns;
}

/** Characters of document text that are kept parsed; about two bytes each, objects included. */
const MOST_CHARACTERS = 32_000_000;

/** The name of a content: SHA-256 over its canonical text in UTF-8, in hex. */
export const contentHashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Documents that were read lately, parsed. They never change, so nothing is ever stale; the oldest in use goes when room is
 * needed. One cache for all organizations: the key is the hash of the content, and the caller holds a row that names it.
 */
@Injectable()
export class DocumentCache {
  protected readonly mostCharacters: number = MOST_CHARACTERS;
  private readonly parsed = new Map<string, ParsedDocument & { readonly characters: number }>();
  private characters = 0;

  /** How full it is. */
  get charactersKept(): number {
    return this.characters;
  }

  get(contentHash: string): ParsedDocument | null {
    const known = this.parsed.get(contentHash);
    if (known === undefined) return null;
    this.parsed.delete(contentHash);
    this.parsed.set(contentHash, known);
    return known;
  }

  /** Parses a stored text and keeps it. Throws where the text is not the one that the hash names: somebody changed the database. */
  keep(contentHash: string, text: string): ParsedDocument {
    if (contentHashOf(text) !== contentHash)
      throw new Error(`The document ${contentHash} is not what its hash says. Restore it from a backup.`);
    const canonical = JSON.parse(text) as Json;
    const read = validateQuestionDocument(canonical);
    if (!read.ok) throw new Error(`The document ${contentHash} cannot be read: ${read.error[0]?.message ?? ''}`);
    const entry = { document: read.value, canonical, columns: writtenColumns(read.value), characters: text.length };
    this.characters += text.length - (this.parsed.get(contentHash)?.characters ?? 0);
    this.parsed.delete(contentHash);
    this.parsed.set(contentHash, entry);
    for (const [oldest, { characters }] of this.parsed) {
      if (this.characters <= this.mostCharacters || oldest === contentHash) break;
      this.parsed.delete(oldest);
      this.characters -= characters;
    }
    return entry;
  }
}

/** The text under which a document is stored, and its name. */
export function canonicalContent(document: QuestionDocument): { readonly text: string; readonly contentHash: string } {
  const text = canonicalQuestion(document);
  return { text, contentHash: contentHashOf(text) };
}
