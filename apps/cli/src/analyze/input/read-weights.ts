import { err, ok } from '@touchstone/kernel';
import type { Competencies, CompetencyItem, ItemWeights } from '@touchstone/psychometrics';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type FileFault, fileFault, type FromFile } from './faults';
import { countIn, readSmallTable } from './small-table';

export interface Weights {
  readonly weights: ItemWeights;
  readonly competencies?: Competencies | undefined;
  /** What a reader should know of how the weights fit the ratings. */
  readonly says: readonly string[];
}

type Read = Omit<Weights, 'says'>;

const SHAPE =
  'Give { "items": { "Question 1": 2 } }, and, if wanted, "competencies": [{ "item": "…", "competency": "…", "weight": 1 }] and "competencyWeights": { "…": 1 }.';

/**
 * How much each question counts, and to which competency it belongs. CSV or a workbook: `item,weight`, and `competency` if wanted (an item may come in several rows). JSON: `{ items,
 * competencies?, competencyWeights? }`, or the items alone.
 */
export async function readWeights(path: string, items: readonly string[]): Promise<FromFile<Weights>> {
  const read = extname(path).toLowerCase() === '.json' ? fromJson(path) : await fromTable(path);
  if (!read.ok) return read;
  const rated = new Set(items);
  const unknown = Object.keys(read.value.weights).filter((item) => !rated.has(item));
  if (unknown.length === 0) return ok({ ...read.value, says: notWeighed(read.value.weights, items) });
  const names = unknown.slice(0, 3).map((item) => `“${item}”`);
  const wanted = `Rated were ${items.slice(0, 5).join(', ')}${items.length > 5 ? ' and others' : ''}.`;
  return err([fileFault('NO_ITEM', `It weighs ${names.join(', ')}, which nobody was rated on. ${wanted} Mend the name, or leave it out.`)]);
}

function notWeighed(weights: ItemWeights, items: readonly string[]): readonly string[] {
  const absent = items.filter((item) => !Object.hasOwn(weights, item)).map((item) => `“${item}”`);
  if (absent.length === 0) return [];
  const more = absent.length > 10 ? ` and ${absent.length - 10} others` : '';
  return [
    `Weights: ${absent.slice(0, 10).join(', ')}${more} ${absent.length === 1 ? 'has' : 'have'} no weight, and ${absent.length === 1 ? 'counts' : 'count'} for nothing in weighted scores and the order.`,
  ];
}

async function fromTable(path: string): Promise<FromFile<Read>> {
  const lines = await readSmallTable(path, ['item', 'weight']);
  if (!lines.ok) return lines;
  const faults: FileFault[] = [];
  const weights = new Map<string, number>();
  const services: CompetencyItem[] = [];
  for (const line of lines.value) {
    const [item, competency] = [line.texts.get('item') ?? '', line.texts.get('competency') ?? ''];
    const weight = countIn(line, 'weight', false);
    if (typeof weight === 'object') faults.push(weight);
    else if (item === '') faults.push({ row: line.row, column: 'item', code: 'MISSING_NAME', message: `Row ${line.row} names no item.` });
    else if (weights.has(item) && (competency === '' || services.some((one) => one.item === item && one.competency === competency))) {
      faults.push({
        row: line.row,
        column: 'item',
        code: 'DUPLICATE',
        message: `Row ${line.row}: “${item}” has a weight already. Keep one of them.`,
      });
    } else {
      weights.set(item, (weights.get(item) ?? 0) + weight);
      if (competency !== '') services.push({ item, competency, weight });
    }
  }
  if (faults.length > 0) return err(faults);
  return ok({ weights: Object.fromEntries(weights), competencies: services.length > 0 ? { items: services } : undefined });
}

function fromJson(path: string): FromFile<Read> {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err([fileFault('NO_JSON', `This is no JSON: ${error.message}.`)]);
  }
  const items = isRecord(document) && isRecord(document['items']) ? document['items'] : document;
  const [services, weights] = isRecord(document) ? [document['competencies'], document['competencyWeights']] : [];
  const isService = (one: unknown): one is CompetencyItem =>
    isRecord(one) && typeof one['item'] === 'string' && typeof one['competency'] === 'string' && isWeight(one['weight']);
  const fits =
    isWeights(items) &&
    (services === undefined || (Array.isArray(services) && services.every(isService))) &&
    (weights === undefined || isWeights(weights));
  if (!fits) return err([fileFault('NO_WEIGHTS', `It holds no weights of questions. ${SHAPE}`)]);
  return ok({ weights: items, competencies: services === undefined ? undefined : { items: services, weights } });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWeight = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isWeights = (value: unknown): value is ItemWeights => isRecord(value) && Object.values(value).every(isWeight);
