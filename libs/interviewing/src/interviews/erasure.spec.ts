import { checkNotErased, ERASED, wordsOf } from './erasure';

const at = new Date('2026-11-24T23:59:59.999Z');

describe('words that were erased with the candidate', () => {
  it('say so, and when; what was never written stays empty', () => {
    expect(wordsOf(ERASED, { textErasedAt: at })).toBe('Erased with the candidate on 2026-11-24.');
    expect(wordsOf('', { textErasedAt: at })).toBe('');
    expect(wordsOf(null, { textErasedAt: at })).toBeNull();
  });

  it('are told from words that happen to look like it', () => {
    expect(wordsOf(ERASED, { textErasedAt: null })).toBe(ERASED);
    expect(wordsOf('as written', { textErasedAt: null })).toBe('as written');
  });

  it('get no company', () => {
    expect(checkNotErased({ candidateErasedAt: null })).toEqual({ ok: true, value: true });
    expect(checkNotErased({ candidateErasedAt: at }, ['input', 'loopId'])).toMatchObject({
      ok: false,
      error: { type: 'ConflictError', path: ['input', 'loopId'], message: expect.stringContaining('erased') },
    });
  });
});
