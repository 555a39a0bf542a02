/* The last room: nobody comes after it */
export { InsightsModule } from './insights.module';

/* For the jobs door */
export { DueOrganizations } from './application/due-organizations';
export { InsightCalls } from './application/insight-calls';
export { PublishFairness } from './application/publish-fairness';
export { RecomputeInsights } from './application/recompute-insights';
