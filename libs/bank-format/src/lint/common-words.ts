/** Words of six letters and more that say nothing by themselves; they give no answer away. Stems: what a longer word may begin with. */
const STEMS = `
  accept accident account achiev across action actual address advanc advice affect afford against agree allow almost alone already
  although always among amount another answer anybody anyone anything anyway appear apply approach approv around arrang arrive aspect
  assume attempt attend author available average avoid aware balance because become before began begin behavio behind belief believ belong below
  benefit better between beyond bigger blame borrow bought bring broken brought budget build built business called cannot careful carri
  caused causes center centre certain chance change charge cheap check choice choose chose circle circum claim clean clear clever close
  colleague column comment common company compar complain complet concern conclu condition confirm connect consequence consider contact
  contain content continu contract control convers correct couldn count couple course cover create critic current custom damage danger
  decide decision declar deeper defend define definit degree delay deliver depend describ deserv design detail determin develop differ
  difficult direct disagree discover discuss divide document double doubt drawn drive during earlier early easier easily effect effort
  either eleven engineer enough ensure entire equal escape especially establish estimat evening event every exact example except exist
  expect expens experien explain express extend extra factor failed failure familiar family faster feature feeling figure filled finally
  finance finish follow forget forgot former forward found fourth friday frequent friend further future gather general getting given
  gradual greater ground group handed handle happen harder having hearing height helped herself higher highest himself history holding
  honest hundred ignore image imagine immediat impact important imposs improve include increase indeed individual inform inside instead
  intend interest interview introduc invent involve issue itself judge keep known language larger largest latest later leader learn least
  leave length lesson letter level likely limit listen little local longer looked lower machine maintain making manage manner market
  master material matter maximum maybe meaning measure medium meeting member mention message method middle minimum minute mistake moment
  monday money month morning moved nearly necess needed neither nobody normal nothing notice number object observ obtain obvious occur
  offer office often operat opinion option order ordinary original other others otherwise outcome outside owner pages parent partly
  passed people perfect perform perhaps period permit person picture piece place planned please point policy possib practice prefer
  prepar present press prevent previous price private probab problem proceed process produce product project promis proper propos protect
  prove provid public purpose pushed quarter question quick quiet quite raise rather reach react reading really reason receive recent
  recogni recommend record reduce refer reflect refuse regard region relat releas remain remember remind remove repair repeat replac
  report request require respect respon result return reveal review right running safely safety sample saturday saving scale schedul
  second section select senten separat serious service session seven several shared shift short should shown signal significan silent
  similar simple simply single situation slight slow small smaller social somebody someone something sometimes source space special
  specific spend stable stand start state statement status still stopped story strange stress strong structur subject success sudden
  suffer suggest summar sunday support suppos surpris survive system taken target team technical telling thank their themselves there
  these thing think third those thought thousand threat three through thursday today together tomorrow tonight total toward track trade
  travel treat trouble truth trying tuesday turned twelve twenty twice under understand unless until useful using usually value various
  version visible visit waited waiting wanted warning wasn watch wednesday weekend weeks welcome where whether which while whole whose
  willing within without wonder working worked world worse worst worth would wouldn write writing written wrong yesterday yourself
  assumption commit committed consist cost customer daily data date dates days design engine evidence exhibit explanation fact facts fast
  first guarantee guess holds hour hours idea input job jobs keeps last lead line lines list loss loses lost make makes mean means need
  needs night output part parts pays plan plans proof proposes quality quantity queries query rate rates read reads ready rule rules run
  runs says sees send sends sent shows side sides sign sure table tables take takes task tasks tell tells test tests them then they thing
  this time times told true turn type unit used user users uses view wait want wants ways week what when will with word words work
  action amounts array asked asks batch based bytes cause conflict decid deploy disappear emptied empty enter entered equally
  eventual exact exclud execut exhaust fewer field fields final fixed folder format forms formula fraction frame generat goes harm hidden
  identical identif impossib indicat influenc initial insert inspect internal interval joined joins judgement keeping legal letting lift
  limits loads locate longest mainly marks median mixed modif names negative notes notify offered older onward opened opens outright
  overall pair pairs passing path pause perfectly phase phrase pick plus position positive power predict primary printed priorit proportion
  quarterly quarters range ranges raw reaches reality rebuild rebuilt recomput recount referenc regular reject relevant reliab render
  represent resolv responsib restor retain reuse reverse reviewer risk rough round rounds rows safer scope score search seconds seem
  sequence series setting settle settled shape share shares silence since size sizes sketch skip slower slowest smallest soon sooner speak
  speed split spoke stage stages standard stays step steps store stored stores stop sum sums supplier surface switch symptom synchron
  thorough throughout tight topic topics touch traffic train transfer trust turns unable unchanged unclear unknown unlikely unusual update
  upper urgent validat varies vendor verif volume weaker weigh whatever whenever wherever whichever whoever wide wider window workflow
  absent adding adjust adopt alert alternat announc answer argument asking attract beside biggest billion break candidate closing collect
  combin concrete confiden constant contradict deadline default defect distance duration elsewhere english equivalent excellent expert fairness
  feedback finding flexible freely generic growing guidance including incomplete knowing knowledge massive match million missing naming narrow
  natural neutral opposite plausible procedure progress prompt rebuilt remedy removal rising saying script solve spread strict submitt
  surpris tempt though unexpected valuable wast
  argu arriv aside assess assign attach await backward barely behav blank bother bottom brief calm ceas chief climb coming compet compos
  conceal conduct consent consult cope corner crowd dealing deliber demand deny depart despite destroy disappoint dislike distinct doing
  downward educat embarrass emerg employ emphas enabl encourag endless engag enjoy essential evident exclusiv excus expos extent facing
  fair faith falling famous favour fear firm focus foreign formal fortun forty freedom fresh fully gain genuin glad gone govern grateful
  habit half hesit hide hint hire hope human hurry hurt ideal illustrat impress inclin inquir insist inspir instanc instruct intell
  invest invit journey justif keen kick labour lack latter laugh leisur lend liked loud loyal luck maker marri mental merely mirror
  modern moral mostly motiv mount mutual namely nearby neat neglect nervous nineteen noise notion obey official oppos organi partial
  particip partner patien peace permanent permission persist persuad phone pleasur plenty popular portion potential praise precis pretend
  pretty primar principl privat prize profession profit proud purchas puzzle random rapid rare readily realis realiz recall reckon regret
  reliev remark remot reput resent resid resist reward ridic routine rush sacrific satisf scene secret sentence sever sharp shock
  shoulder sight silly sincer sixteen skill smooth somehow somewhat sorry sought sound speech spirit square staff strength stretch strike
  strugg studi studied stuff submit substan suspect sympath talent talk teach tempor terribl theme thirty threaten tidy tired tough
  tradition trial trick truly ultimat unfortun unlike upset urge vague vast venture vital voice volunt wander warm warn wealth weather
  weekly wholly wild wise wish worri wrap yearly young
  show look find call help move meet paid said sold spok stay told took went wrot gave give grew knew felt fell walk love care sure easy deep cold
  city both best away area able caught taught fought thought sought worked works january february april august september october november december
`;

const COMMON = new Set(STEMS.split(/\s+/).filter((word) => word !== ''));
const SHORTEST_TERM = 6;
const SHORTEST_STEM = 4;

/** Whether a word is a term: it has a sign or figure in it, or is long and not a form of a common word. Lower case. */
export function isTelling(word: string): boolean {
  if (/^[\d.,]+$/.test(word)) return false;
  if (/[_\d]|\w\.\w/.test(word)) return true;
  if (word.length < SHORTEST_TERM) return false;
  for (let length = word.length; length >= SHORTEST_STEM; length -= 1) if (COMMON.has(word.slice(0, length))) return false;
  return true;
}

/** The stem by which forms of one word are known: without the endings of plural, past and adverb. */
export const stemOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/(?:ations|ation|ings|ing|edly|ed|ers|er|es|ly|s)$/, '')
    .replace(/e$/, '');
