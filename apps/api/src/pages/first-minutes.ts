/** One step of the first five minutes: what one learns and the operation that shows it. */
export interface FirstStep {
  readonly key: string;
  readonly title: string;
  readonly says: string;
  readonly query: string;
}

/** The steps, in order. A test sends each of them to the server. */
export const firstMinutes: readonly FirstStep[] = [
  {
    key: 'who-am-i',
    title: 'Ask who you are',
    says: 'Your membership, your organization, and what you may do there.',
    query: `query WhoAmI {
  viewer {
    member { name roles }
    organization { name sealPolicy timeZone }
    permissions
  }
}
`,
  },
  {
    key: 'framework',
    title: 'See what is measured',
    says: 'The competency framework: fourteen categories, each with its competencies.',
    query: `query Framework {
  categories { name }
  competencies(first: 10) {
    totalCount
    edges { node { name categoryName definition } }
  }
}
`,
  },
  {
    key: 'role-profiles',
    title: 'See what a lead role asks for',
    says: 'Job analysis as weights: which competency counts how much, and who says so.',
    query: `query RoleProfiles {
  roleProfiles {
    name
    weights { weight critical source competency { name } }
  }
}
`,
  },
  {
    key: 'questions',
    title: 'Read three questions of the bank',
    says: 'What is asked, and for how long. Rubrics open to those who may grade with them.',
    query: `query Questions {
  questions(first: 3) {
    totalCount
    edges {
      node {
        version { title minutes difficulty prompt }
      }
    }
  }
}
`,
  },
  {
    key: 'colleagues',
    title: 'See who is here',
    says: 'The members and their roles. Administrators invite others with inviteMember.',
    query: `query Colleagues {
  members(first: 20) {
    edges { node { name roles status } }
  }
}
`,
  },
];
