import { v7 } from 'uuid';

/** A fresh UUIDv7: ordered by time of making, so that rows land at the end of the index. */
export const newId = <Id extends string = string>(): Id => v7() as Id;
