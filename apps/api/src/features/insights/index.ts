/* The last room: nobody comes after it */
export { InsightsModule } from './insights.module';
