import { FLAG, flagsOf } from './lexicon.ts'

/** First names of women; another known first name is taken for a man's. */
const WOMEN: ReadonlySet<string> = new Set(
  `abigail agnes alice amy angela ann anna anne barbara benazir betty carol caroline catherine charlotte christine clara
  condoleezza deborah dolley dolores dorothy eleanor elena eliza elisabeth elizabeth ellen emily emma fatima florence frances
  gail gloria golda grace hannah harriet helen hillary ida imre indira isabel isabella jacqueline jane janet jean jeane
  jennifer jessica jill joan josephine joyce judith judy julia karen kate katherine kathleen laura lauren leah linda lisa louise
  lucia lucy madeleine margaret maria marie marion marsha martha mary megan melissa mildred miriam monica nancy nicole nina
  nora patricia paula peggy rachel rebecca rita roberta rosa rosalynn rosemary ruth sally samantha sandra sara sarah sharon
  sheila shirley sofia sonia sophia stephanie sue susan susanna sylvia teresa theresa ursula veronica victoria virginia wendy zoe`.split(
    /\s+/,
  ),
)

/** By a folded first name; null where it does not tell. */
export function genderOf(given: string): 'male' | 'female' | null {
  if (WOMEN.has(given)) return 'female'
  return (flagsOf(given) & FLAG.firstName) !== 0 ? 'male' : null
}
