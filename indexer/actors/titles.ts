/** Titles before names: what they say about the name that follows. */

/** Plural of a title, folded, and its singular as it stands in names. */
const PLURAL_TITLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['secretaries', ['secretary']],
  ['undersecretaries', ['undersecretary']],
  ['presidents', ['president']],
  ['ministers', ['minister']],
  ['premiers', ['premier']],
  ['chancellors', ['chancellor']],
  ['generals', ['general', 'gen']],
  ['admirals', ['admiral', 'adm']],
  ['colonels', ['colonel', 'col']],
  ['captains', ['captain', 'capt']],
  ['ambassadors', ['ambassador', 'amb']],
  ['envoys', ['envoy']],
  ['senators', ['senator', 'sen']],
  ['representatives', ['representative', 'rep']],
  ['congressmen', ['congressman']],
  ['governors', ['governor', 'gov']],
  ['commissioners', ['commissioner']],
  ['judges', ['judge']],
  ['justices', ['justice']],
  ['professors', ['professor', 'prof']],
  ['messrs', ['mr']],
  ['drs', ['dr']],
])

/** The singulars of a plural title; null when the word is none. */
export const singularsOf = (folded: string): readonly string[] | null =>
  PLURAL_TITLES.get(folded) ?? null

/** Words that end in a title or an office: "Foreign Minister Cook", "Serb leader", "envoy". */
const OFFICES = [
  ...PLURAL_TITLES.keys(),
  ...[...PLURAL_TITLES.values()].flat(),
  ...['mrs', 'ms', 'miss', 'madam', 'madame', 'sir', 'lord', 'lady', 'dame', 'king', 'queen'],
  ...['prince', 'princess', 'pope', 'bishop', 'archbishop', 'cardinal', 'father', 'brother'],
  ...['sister', 'imam', 'sheikh', 'emperor', 'tsar', 'sultan', 'duke', 'count', 'leader'],
  ...['spokesman', 'spokeswoman', 'spokesperson', 'chairman', 'chairwoman', 'chair', 'chief'],
  ...['commander', 'director', 'administrator', 'delegate', 'negotiator', 'mediator', 'adviser'],
  ...['advisor', 'candidate', 'nominee', 'speaker', 'deputy', 'mayor', 'major', 'maj', 'sergeant'],
  ...['sgt', 'lieutenant', 'lt', 'marshal', 'commodore', 'prosecutor', 'journalist', 'author'],
  ...['comrade', 'herr', 'frau', 'monsieur', 'signor', 'senor', 'don', 'rev', 'reverend', 'hon'],
  ...['pres', 'sec', 'democrat', 'republican', 'elect', 'diplomat', 'officer', 'presidents'],
]
const OFFICE_WORDS: ReadonlySet<string> = new Set(OFFICES)

export const isTitle = (folded: string): boolean => OFFICE_WORDS.has(folded)

/** Titles that tell who cannot be meant: "Mrs. Clinton" is nobody who is called "Mr. Clinton". */
const MALE = /^(?:mr|sir|lord|king|prince|herr|monsieur)$/
const FEMALE = /^(?:mrs|ms|miss|madam|madame|lady|dame|queen|princess|frau)$/

export function addressOf(folded: string): 'male' | 'female' | null {
  if (MALE.test(folded)) return 'male'
  return FEMALE.test(folded) ? 'female' : null
}
