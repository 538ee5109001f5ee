import { expect, it } from 'vitest'
import { unreadEntities } from './xml-entities.ts'

const found = (source: string): string[] =>
  unreadEntities(source).map(({ line, reason }) => `${line} ${/&\w+;/.exec(reason)?.[0]}`)

it('finds each entity of the text where it stands first', () => {
  const source = `<!DOCTYPE TEI [
<!ENTITY a "&b;&b;"> <!ENTITY c SYSTEM "file:///x">
]>
<TEI>&amp;a; <!-- &d; --> <![CDATA[&e;]]> &#38;
<p n="&c;">&a; &a;</p></TEI>`
  expect(found(source)).toEqual(['5 &c;', '5 &a;'])
})

it('takes time with the length only', () => {
  expect(found('<!-- '.repeat(200_000))).toEqual([])
  expect(found('<![CDATA['.repeat(200_000))).toEqual([])
})
