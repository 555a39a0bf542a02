import { sampleQuestion } from '../../../../../../libs/bank-format/test/sample-question';
import { canonicalContent, DocumentCache } from './document-cache';

const content = (title: string) => canonicalContent({ ...sampleQuestion, title });

class SmallCache extends DocumentCache {
  /** Room for two of the documents. */
  protected override readonly mostCharacters = content('A').text.length * 2 + 10;
}

describe('the cache of documents', () => {
  it('gives back the document that was stored, complete and canonical', () => {
    const { text, contentHash } = content('A');
    const cache = new DocumentCache();
    expect(cache.get(contentHash)).toBeNull();
    const kept = cache.keep(contentHash, text);
    expect(kept.document).toEqual({ ...sampleQuestion, title: 'A' });
    expect(JSON.stringify(kept.canonical)).toBe(text);
    expect(cache.get(contentHash)?.document).toBe(kept.document);
  });

  it('refuses a text that is not the one its hash names', () => {
    const { text } = content('A');
    expect(() => new DocumentCache().keep(content('B').contentHash, text)).toThrow('not what its hash says');
  });

  it('lets go of what was not used for longest, and keeps within its room', () => {
    const [a, b, c] = [content('A'), content('B'), content('C')];
    const cache = new SmallCache();
    cache.keep(a.contentHash, a.text);
    cache.keep(b.contentHash, b.text);
    cache.get(a.contentHash);
    cache.keep(c.contentHash, c.text);
    expect([a, b, c].map(({ contentHash }) => cache.get(contentHash) !== null)).toEqual([true, false, true]);
    for (let turn = 0; turn < 50; turn += 1) {
      const next = content(`Turn ${turn}`);
      cache.keep(next.contentHash, next.text);
      cache.keep(next.contentHash, next.text);
      expect(cache.get(next.contentHash)).not.toBeNull();
    }
    expect(cache.charactersKept).toBeLessThanOrEqual(content('A').text.length * 2 + 10);
  });
});
