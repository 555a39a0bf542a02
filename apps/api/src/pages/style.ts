import { styleOfForms } from './style-forms';
import { styleOfHome } from './style-home';
import { styleOfPaper } from './style-paper';

/** The style sheet: colours first, so that a test can read them and hold their contrast. */
export const style = `${styleOfPaper}${styleOfForms}${styleOfHome}`;
