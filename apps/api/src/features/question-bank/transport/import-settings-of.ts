import type { ImportSettings } from '../application/import-tasks';
import type { ImportSettingsInput } from './question-import.inputs';

/** Settings as they were sent, without what was not said. */
export function importSettingsOf(sent: ImportSettingsInput | null | undefined): ImportSettings {
  const { columns, ...rest } = sent ?? {};
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...(said as Omit<ImportSettings, 'columns'>),
    ...(columns && { columns: Object.fromEntries(columns.map(({ field, column }) => [field, column])) }),
  };
}
