import type { DECLARED_GROUPS, Dimension } from '@touchstone/interviewing/insights';

type Words = { readonly [D in Dimension]: { readonly [G in (typeof DECLARED_GROUPS)[D][number]]: string } };

const groups: Words = {
  gender: { WOMAN: 'Woman', MAN: 'Man', NON_BINARY: 'Non-binary, or another' },
  ageGroup: { UNDER_30: 'Under 30', FROM_30_TO_39: '30 to 39', FROM_40_TO_49: '40 to 49', FROM_50: '50 or older' },
  ethnicity: {
    ASIAN: 'Asian',
    BLACK: 'Black',
    HISPANIC: 'Hispanic or Latino',
    INDIGENOUS: 'Indigenous',
    MIDDLE_EASTERN: 'Middle Eastern or North African',
    WHITE: 'White',
    SEVERAL: 'Several of these',
    ANOTHER: 'Another',
  },
  disability: { DISABLED: 'Yes', NOT_DISABLED: 'No' },
};

const questions: { readonly [D in Dimension]: string } = {
  gender: 'Gender',
  ageGroup: 'Age',
  ethnicity: 'Ethnicity',
  disability: 'Do you have a disability?',
};

/** What a candidate reads who was asked whether she wishes to declare. */
export const declarationTexts = {
  title: 'Declare, or leave it',
  checking: 'One moment: the link is being looked up.',
  declare: {
    heading: 'Do we treat everybody alike?',
    lead: 'To find out, we compare how groups fare. You may say to which you belong. Every question is optional, and so is all of it.',
  },
  promises: [
    'Nobody who interviews you or decides sees an answer, nor whether you gave one.',
    'It is kept apart from your application and enters figures over groups of at least five people.',
    'You may change it or take it back by this link.',
  ],
  preferNot: 'I prefer not to say',
  button: 'Declare',
  questions,
  groups,
  withdraw: 'Take back what I declared',
  withdrawLead: 'What you declared by this link is deleted. It plays no part in figures from the next ones on.',
  withdrawButton: 'Take it back',
  declared: { heading: 'Thank you', lead: 'This is what you have declared:' },
  declaredHelp:
    'Only this page shows it, and only until you leave it: whoever sent you the link could open it, too. Keep the link if you may wish to change your answers or take them back.',
  earlierLink:
    'You were sent a link before this one. If you declared by that, what you said then stands and this is not counted. Take that back by the earlier link first if you wish otherwise.',
  change: 'Change my answers',
  withdrawn: { heading: 'Taken back', lead: 'Nothing that you declared by this link is kept any more.' },
  anew: 'Declare anew',
  over: {
    heading: 'This link has run out',
    lead: 'One can no longer declare by it: its time is over, or you were sent a newer one. You need do nothing.',
  },
  overHelp: 'If you declared by it, what you said is still kept and counted. You may take it back here.',
  unknown: {
    heading: 'This link leads nowhere',
    lead: 'Perhaps it was copied only in part, or your data has been erased, and with it the link. Open it again as it was sent to you.',
  },
  failed: { heading: 'That did not work', lead: 'The link could not be looked up just now. Nothing of yours is lost.' },
  retry: 'Try again',
  /** What the script in the browser says. */
  script: { asks: '{organization} asks', until: 'You may declare, and change your answers, until {day}.' },
  noToken: {
    heading: 'This address is not complete',
    lead: 'The link that you were sent ends in a long token. Open it again as it was sent to you.',
    help: 'Behind it you may say to which groups you belong, so that it can be seen whether all are treated alike. It is optional, and nothing depends on it.',
  },
} as const;
