import * as fc from 'fast-check';
import { axisOf, tickText } from './axis';
import { forestPlot } from './forest-plot';
import { lanesOf } from './lanes';
import { spreadLabels } from './spread-labels';
import { drawing, element, label, shortened } from './svg';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('an axis', () => {
  it('marks round values within its ends, and none outside', () => {
    fc.assert(
      fc.property(finite, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (least, reach) => {
        const axis = axisOf(least, least + reach, 0, 100);
        expect(axis.ticks.length).toBeGreaterThanOrEqual(1);
        expect(axis.ticks.length).toBeLessThanOrEqual(13);
        for (const tick of axis.ticks) {
          expect(axis.at(tick)).toBeGreaterThan(-1e-3);
          expect(axis.at(tick)).toBeLessThan(100 + 1e-3);
        }
      }),
    );
    expect(axisOf(0, 1, 0, 10, 5).ticks.map((tick) => tick.toFixed(1))).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
    const axis = axisOf(-1, 1, 0, 10, 4);
    expect(axis.ticks.map((tick) => tickText(tick, axis))).toEqual(['−1.0', '−0.5', '0.0', '0.5', '1.0']);
  });

  it('has a place for a single value', () => expect(axisOf(3, 3, 0, 10).at(3)).toBe(0));
});

describe('labels that would stand on one another', () => {
  it('keep their order, their distance and the two ends', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { maxLength: 20 }), (places) => {
        const sorted = [...places].sort((a, b) => a - b);
        const spread = spreadLabels(sorted, 17, 0, 400);
        expect(spread).toHaveLength(sorted.length);
        spread.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(400 + 1e-6);
          if (index > 0) expect(place - (spread[index - 1] ?? 0)).toBeGreaterThanOrEqual(17 - 1e-6);
        });
      }),
    );
  });

  it('stay where they are while there is room', () => expect(spreadLabels([10, 50, 90], 17, 0, 100)).toEqual([10, 50, 90]));
  it('spread evenly about the middle of a crowd', () => expect(spreadLabels([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]));
});

describe('lanes', () => {
  it('hold reaches that do not touch, as few lanes as there are reaches over one place', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(8)), { maxLength: 15 });
    fc.assert(
      fc.property(spans, (pairs) => {
        const reaches = pairs.map(([first, length]) => ({ first, last: first + length })).sort((a, b) => a.first - b.first);
        const lanes = lanesOf(reaches, 99);
        const over = (place: number) => reaches.filter(({ first, last }) => first <= place && place <= last).length;
        expect(new Set(lanes).size).toBe(Math.max(0, ...reaches.map(({ first }) => over(first))));
        reaches.forEach((one, a) =>
          reaches.forEach((other, b) => {
            if (a < b && lanes[a] === lanes[b]) expect(one.last < other.first || other.last < one.first).toBe(true);
          }),
        );
      }),
    );
    expect(
      lanesOf(
        [
          { first: 0, last: 2 },
          { first: 1, last: 3 },
          { first: 3, last: 4 },
        ],
        1,
      ),
    ).toEqual([0, null, 0]);
  });

  it('let a narrow forest plot show every group of a long chain', () => {
    const estimate = {
      value: 3,
      standardError: 1,
      interval: { lower: 1, upper: 5, level: 0.95 },
      n: 4,
      raters: 2,
      method: '',
      status: 'OK' as const,
    };
    const names = Array.from({ length: 12 }, (_, k) => `C${k}`);
    const rows = names.map((candidate) => ({ candidate, adjusted: estimate, raw: estimate, groups: [] }));
    const svg = forestPlot(
      rows,
      names.slice(2).map((_, k) => names.slice(k, k + 3)),
      { min: 1, max: 5 },
      350,
    );
    expect(svg.match(/class="bracket"/g)).toHaveLength(10);
  });
});

describe('a drawing', () => {
  it('lets no name become markup', () => {
    const svg = drawing(
      100,
      50,
      'A "plot" <of> things',
      label('<script>&', 1, 2, 'name') + element('circle', { cx: 1 / 3, cy: 2, r: undefined }),
    );
    expect(svg).toBe(
      '<svg viewBox="0 0 100 50" width="100" height="50" role="img" aria-label="A &quot;plot&quot; &lt;of&gt; things"><text x="1" y="2" class="name">&lt;script&gt;&amp;</text><circle cx="0.3" cy="2"/></svg>',
    );
  });

  it('cuts long names between signs, not within them', () => {
    expect(shortened('Anne', 100, 13)).toBe('Anne');
    expect(shortened('Anne-Marie van der Berg', 80, 13)).toBe('Anne-Marie…');
    expect(shortened('👩‍🔬👩‍🔬👩‍🔬👩‍🔬', 30, 13).endsWith('…')).toBe(true);
  });
});
