import type { Cluster } from '../../libs/testing/src/cluster';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { touchstoneCluster?: Cluster }).touchstoneCluster?.stop();
}
