import DataLoader from 'dataloader';
import type { RequestContext } from '../actor';

/**
 * The loader that `make` makes, one for each request: `const load = requestLoader((context) => ids => …)`.
 * Batches the ids of one tick into one call; answers in the order of the ids, null for what is unknown.
 */
export function requestLoader<K, V>(
  batch: (context: RequestContext, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (context: RequestContext) => DataLoader<K, V | null> {
  const token = {};
  return (context) => {
    let loader = context.loaders.get(token) as DataLoader<K, V | null> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<K, V | null>(async (keys) => {
        const found = await batch(context, [...new Set(keys)]);
        return keys.map((key) => found.get(key) ?? null);
      });
      context.loaders.set(token, loader);
    }
    return loader;
  };
}
