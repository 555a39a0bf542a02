import type { GuideFile } from '@touchstone/kit-guide';
import type { Guide } from './guide.types';

/** A file as GraphQL carries it. */
export const presentGuide = ({ name, mediaType, bytes }: GuideFile): Guide => ({
  fileName: name,
  mediaType,
  base64: Buffer.from(bytes).toString('base64'),
});
