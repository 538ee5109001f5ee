/**
 * English function words: they hold a question together and say nothing of what it is about. Kept short
 * on purpose; a word that could name something ("may", "will", "state") counts as one only where it
 * nearly always is.
 */
const STOP_WORDS = new Set(
  `a about above across after again against all almost along already also although always am among an and
  another any anyone anything are around as at away be became because become been before began being below
  between both but by came can cannot could did do does doing done down during each either else even ever
  every few for from further gave get gets give given go goes going gone got had has have having he hence her
  here hers herself him himself his how however i if in indeed instead into is it its itself just kind least
  less let like made make makes many may me might mine more most mostly much must my myself neither never
  nevertheless no nobody none nor not nothing now of off often on once one only onto or other others otherwise
  ought our ours ourselves out over own per perhaps put quite rather really s same seem seemed seems several
  shall she should since so some somebody someone something sometimes soon still such t take taken than that
  the their theirs them themselves then there therefore these they thing things this those though through
  throughout thus to together too toward towards under unless until up upon us used using various very via
  was we well went were what whatever when where whereas whether which while who whoever whole whom whose why
  will with within without would yet you your yours yourself
  tell told say says said didnt doesnt dont isnt wasnt werent hasnt havent couldnt wouldnt`.split(
    /\s+/,
  ),
)

/** Of a word in lower case. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)
