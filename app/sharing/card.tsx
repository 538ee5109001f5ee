import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'

/**
 * The picture that other sites show beside a link, 1200 by 630 pixels: a line of type above, the words
 * of the record large, who and where below, and the calendar of a search at the foot.
 */

export type Card = {
  /** Small, above. */
  over: string
  /** Large. */
  words: string
  /** Below the words. */
  under: string
  /** Heights from 0 to 1 of results before the whole collection, in date order. */
  bars: { found: number; whole: number }[]
}

const WIDTH = 1200
const HEIGHT = 630
const PAPER = '#faf8f3'
const INK = '#1b1914'
const SOFT = '#5f5a4e'
const BAR = '#d9d2c2'
const ACCENT = '#9a2a1f'
const MAX_AGE_S = 3600

/** What the fonts draw: for any other letter the renderer would ask a server elsewhere for a font. */
const NOT_DRAWN =
  /[^\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u0388-\u038a\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026]/g

const drawable = (text: string, longest: number): string => {
  const plain = text.normalize('NFC').replace(NOT_DRAWN, ' ').replace(/\s+/g, ' ').trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest).replace(/\s+\S*$/, '')}…`
}

export async function cardPicture(card: Card, accent = ACCENT): Promise<Response> {
  const words = drawable(card.words, 220)
  const size = words.length > 140 ? 40 : words.length > 70 ? 50 : 64
  return new ImageResponse(
    <div style={{ ...COLUMN, width: WIDTH, height: HEIGHT, background: PAPER, color: INK }}>
      <div style={{ ...COLUMN, padding: '56px 72px 0', flexGrow: 1 }}>
        <div style={{ fontFamily: familyOf('sans'), fontSize: 26, color: accent }}>
          {drawable(card.over, 80)}
        </div>
        <div
          style={{ fontFamily: familyOf('serif'), fontSize: size, lineHeight: 1.25, marginTop: 20 }}
        >
          {words}
        </div>
        <div style={{ fontFamily: familyOf('sans'), fontSize: 28, color: SOFT, marginTop: 24 }}>
          {drawable(card.under, 110)}
        </div>
      </div>
      <div style={{ display: 'flex', alignItems: 'flex-end', height: 130, padding: '0 72px' }}>
        {card.bars.map(({ found, whole }, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn once
            key={index}
            style={{
              ...COLUMN,
              flexGrow: 1,
              flexBasis: 0,
              marginRight: 4,
              justifyContent: 'flex-end',
            }}
          >
            <div style={{ height: Math.round((whole - found) * 120), background: BAR }} />
            <div style={{ height: Math.round(found * 120), background: accent }} />
          </div>
        ))}
      </div>
      <div style={{ display: 'flex', height: 12, background: accent }} />
    </div>,
    {
      width: WIDTH,
      height: HEIGHT,
      fonts: await fonts(),
      headers: { 'cache-control': `public, max-age=${MAX_AGE_S}` },
    },
  )
}

const COLUMN = { display: 'flex', flexDirection: 'column' } as const

type Font = { name: string; data: Buffer; weight: 400; style: 'normal' }

/** The renderer takes no variable fonts, and one file for each family: these are the page's own, cut once. */
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic']
const FILES = {
  serif: (subset: string) => `source-serif-4/files/source-serif-4-${subset}-600-normal.woff`,
  sans: (subset: string) => `inter/files/inter-${subset}-500-normal.woff`,
}
type Family = keyof typeof FILES

const familyOf = (family: Family): string =>
  SUBSETS.map((subset) => `${family}-${subset}`).join(', ')

let loaded: Promise<Font[]> | null = null

function fonts(): Promise<Font[]> {
  loaded ??= Promise.all(
    (['serif', 'sans'] as const).flatMap((family) =>
      SUBSETS.map(async (subset): Promise<Font> => {
        const file = path.join(process.cwd(), 'node_modules/@fontsource', FILES[family](subset))
        return {
          name: `${family}-${subset}`,
          data: await readFile(file),
          weight: 400,
          style: 'normal',
        }
      }),
    ),
  )
  return loaded
}
