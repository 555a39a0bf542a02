import { CLUSTER_VARIABLE, openCluster } from '../../libs/testing/src/cluster';

export default async function globalSetup(): Promise<void> {
  const cluster = await openCluster();
  process.env[CLUSTER_VARIABLE] = cluster.url;
  (globalThis as { touchstoneCluster?: typeof cluster }).touchstoneCluster = cluster;
}
