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
  heading: 'Do we treat everybody alike?',
  lead: 'To find out, we compare how groups fare. You may say to which you belong. Every question is optional, and so is all of it.',
  promises: [
    'Nobody who interviews you or decides sees an answer, nor whether you gave one.',
    'It is kept apart from your application and enters figures over groups of at least five people.',
    'You may erase it again with this link, at any time.',
  ],
  preferNot: 'I prefer not to say',
  button: 'Declare',
  questions,
  groups,
  withdraw: 'Erase what I have declared',
  withdrawLead: 'What you declared by this link is deleted. It plays no part in figures from the next ones on.',
  withdrawButton: 'Erase',
  declared: 'Thank you',
  declaredLead: 'It is kept. Keep the link if you may wish to erase it one day.',
  withdrawn: 'Erased',
  withdrawnLead: 'Nothing that you declared is kept any more.',
  noToken: 'This address is not complete',
  noTokenLead: 'The link ends in a long token. Open it again as it was sent to you.',
} as const;
