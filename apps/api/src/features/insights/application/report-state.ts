import { REPORT_ENGINE } from '@touchstone/interviewing/insights';

/** Which loops were open, and by which methods the figures over them are made: a report over another state is due. */
export const inputStateOf = (openLoops: string): string => `${REPORT_ENGINE} ${openLoops}`;
