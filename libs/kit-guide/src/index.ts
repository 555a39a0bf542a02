/* What goes in */
export { type GuideKit, type GuideRound, type GuideItem, type CompetencyTitle, GUIDE_VIEWS, type GuideView } from './guide';

/* What comes out */
export { renderGuide, GUIDE_FORMATS, type GuideFormat, type GuideOptions, type GuideFile } from './render-guide';
