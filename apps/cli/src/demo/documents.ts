const refusal = '... on DomainError { code message path }';

/** The operations of the main job, as any client could send them. */
export const documents = {
  members: '{ members(first: 100) { edges { node { id name roles } } } }',
  fromTemplate: `mutation ($input: CreateBlueprintFromTemplateInput!) { createBlueprintFromTemplate(input: $input) {
    __typename ... on CreateBlueprintFromTemplatePayload { blueprint { id name } } ${refusal} } }`,
  assemble: `mutation ($input: AssembleKitInput!) { assembleKit(input: $input) {
    __typename ... on AssembleKitPayload { kit { id revision roleProfile { id } } } ${refusal} } }`,
  loadBank: `mutation ($input: LoadShippedBankInput!) { loadShippedBank(input: $input) {
    __typename ... on LoadShippedBankPayload { added } ${refusal} } }`,
  assembleFamily: `mutation ($input: AssembleFamilyInput!) { assembleFamily(input: $input) {
    __typename ... on AssembleFamilyPayload { family { id } } ${refusal} } }`,
  kit: `query ($id: ID!) { kit(id: $id) { id name revision status contentHash
    rounds { name minutes plannedMinutes items { plannedMinutes questionVersion { title kind difficulty } } }
    report { status objective bound gap seconds poolSize coverage { competencySlug weight questions } } } }`,
  publish: `mutation ($input: PublishKitInput!) { publishKit(input: $input) {
    __typename ... on PublishKitPayload { kit { id contentHash } } ${refusal} } }`,
  scoringRule: `mutation ($input: CreateScoringRuleInput!) { createScoringRule(input: $input) {
    __typename ... on CreateScoringRulePayload { scoringRule { id name } } ${refusal} } }`,
  opening: `mutation ($input: CreateOpeningInput!) { createOpening(input: $input) {
    __typename ... on CreateOpeningPayload { opening { id title } } ${refusal} } }`,
  candidate: `mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) {
    __typename ... on CreateCandidatePayload { candidate { id name } } ${refusal} } }`,
  application: `mutation ($input: CreateApplicationInput!) { createApplication(input: $input) {
    __typename ... on CreateApplicationPayload { application { id loop { id } } } ${refusal} } }`,
  plan: `mutation ($input: PlanLoopInput!) { planLoop(input: $input) {
    __typename ... on PlanLoopPayload { loop { id interviews { id roundName revision } } } ${refusal} } }`,
  start: `mutation ($input: StartInterviewInput!) { startInterview(input: $input) {
    __typename ... on StartInterviewPayload { interview { id revision } } ${refusal} } }`,
  end: `mutation ($input: EndInterviewInput!) { endInterview(input: $input) {
    __typename ... on EndInterviewPayload { interview { id revision } } ${refusal} } }`,
  room: `query ($id: ID!) { interview(id: $id) { id roundName revision candidateName
    items { questionVersionId questionVersion { title rubric { criteria { id title anchors { level text } } } probes { id } } } } }`,
  openScorecard: `mutation ($input: OpenScorecardInput!) { openScorecard(input: $input) {
    __typename ... on OpenScorecardPayload { scorecard { id revision } } ${refusal} } }`,
  saveRating: `mutation ($input: SaveRatingInput!) { saveRating(input: $input) { __typename ${refusal} } }`,
  saveSummary: `mutation ($input: SaveSummaryInput!) { saveSummary(input: $input) {
    __typename ... on SaveSummaryPayload { scorecard { id revision } } ${refusal} } }`,
  submit: `mutation ($input: SubmitScorecardInput!) { submitScorecard(input: $input) { __typename ${refusal} } }`,
  seal: `query ($id: ID!) { loop(id: $id) { state seal { open submitted of } interviews { roundName seats { submitted kind member { name } } } debrief { openedAt } } }`,
  cards: `query ($id: ID!) { scorecards(loopId: $id, first: 50) { edges { node { id recommendation member { name } } } } }`,
  debrief: `query ($id: ID!) { loop(id: $id) { state candidateName debrief {
      conclusions { member { name } recommendation summary dissents }
      items { title criteria { title range toDiscuss ratings { member { name } rating { level } second { level } } } } }
    scores { __typename ... on LoopScores {
      overall { value standardError interval { lower upper } n raters status } ratedWeightShare
      competencies { competency weight estimate { value interval { lower upper } n raters status } }
      disagreements { title criterion competency range toDiscuss levels { member { name } level } questionVersionId }
      recommendation { recommendation total hireCutOff strongHireCutOff mustHaves { competency minimum value met } } }
      ... on SealedScores { message } } } }`,
  rateAgain: `mutation ($input: RateAgainInput!) { rateAgain(input: $input) { __typename ${refusal} } }`,
  decide: `mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) {
    __typename ... on RecordDecisionPayload { decision { outcome reason overridesRule decidedBy { name } } } ${refusal} } }`,
} as const;
