// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { imul } = Math;

/** A source of random numbers in [0, 1) that gives the same sequence for the same seed on every machine. */
export interface Random {
  next(): number;
}

/**
 * xoshiro128** (Blackman & Vigna 2018), seeded by SplitMix32. Four 32-bit words of state, period 2^128 - 1;
 * good for simulation and sampling, never for secrets.
 */
export function seededRandom(seed: number): Random {
  const state = splitMix32(seed);
  return {
    next(): number {
      const [s0, s1, s2, s3] = state as [number, number, number, number];
      const scrambled = imul(rotateLeft(imul(s1, 5), 7), 9) >>> 0;
      const shifted = s1 << 9;
      const t2 = s2 ^ s0;
      const t3 = s3 ^ s1;
      state[1] = s1 ^ t2;
      state[0] = s0 ^ t3;
      state[2] = t2 ^ shifted;
      state[3] = rotateLeft(t3, 11);
      return scrambled / 4294967296;
    },
  };
}

function splitMix32(seed: number): number[] {
  let word = seed >>> 0;
  return [0, 0, 0, 0].map(() => {
    word = (word + 0x9e3779b9) >>> 0;
    let mixed = word;
    mixed = imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  });
}

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
