import { type CaseReport, unreadable } from '../case-report';
import { compareSample } from './compare-sample';
import { readSamples } from './sample';

/** The report of every file that the MANIFEST.json of a folder lists, in its order. */
export async function formatsReports(folder: string, only = ''): Promise<CaseReport[]> {
  const reports: CaseReport[] = [];
  for (const sample of readSamples(folder)) {
    if (!sample.file.includes(only)) continue;
    reports.push('fault' in sample ? unreadable(sample.file, sample.fault) : await compareSample(sample));
  }
  return reports;
}
