/**
 * Styles in CSL 1.0.2 for what Kronika cites: a passage of a document, or the document. They follow the
 * Chicago Manual of Style (18th edition, bibliography), the MLA Handbook (9th edition, containers) and the
 * Publication Manual of the APA (7th edition, web pages without an author). The CSL project's own styles
 * cover every kind of source: its APA alone takes two seconds to load, all of them are 72 MB.
 */

const style = (
  id: string,
  title: string,
  layout: string,
  end = '.',
): string => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>${title}</title><id>${id}</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <macro name="title"><choose>
    <if variable="container-title"><text variable="title" quotes="true"/></if>
    <else><text variable="title" font-style="italic"/></else>
  </choose></macro>
  <citation><layout><text macro="title"/></layout></citation>
  <bibliography><layout suffix="${end}">${layout}</layout></bibliography>
</style>`

const day = (variable: string, parts: string): string =>
  `<date variable="${variable}" delimiter=" ">${parts}</date>`

const MONTH_FIRST =
  '<date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/>'
const DAY_FIRST = (month: string): string =>
  `<date-part name="day" suffix=" "/><date-part name="month" form="${month}" suffix=" "/><date-part name="year"/>`

export const CHICAGO = style(
  'kronika-chicago',
  'Chicago, bibliography',
  `<group delimiter=". ">
    <text macro="title"/>
    <group delimiter=", "><group delimiter=" "><text term="in" text-case="capitalize-first"/><text variable="container-title" font-style="italic"/></group><text variable="note"/></group>
    ${day('issued', MONTH_FIRST).replace(' delimiter=" "', '')}
    <group delimiter=". "><text variable="URL"/><text variable="archive"/></group>
    <group delimiter=" "><text term="accessed" text-case="capitalize-first"/>${day('accessed', MONTH_FIRST).replace(' delimiter=" "', '')}</group>
  </group>`,
)

export const MLA = style(
  'kronika-mla',
  'MLA',
  `<group delimiter=". ">
    <text macro="title"/>
    <group delimiter=", "><text variable="container-title" font-style="italic"/><text variable="note"/>${day('issued', DAY_FIRST('short')).replace(' delimiter=" "', '')}<text variable="URL"/></group>
    <text variable="archive"/>
    <group delimiter=" "><text term="accessed" text-case="capitalize-first"/>${day('accessed', DAY_FIRST('short')).replace(' delimiter=" "', '')}</group>
  </group>`,
)

/** Nothing follows an address, and a date that is not known is said to be none. */
export const APA = style(
  'kronika-apa',
  'APA',
  `<group delimiter=". ">
    <choose>
      <if variable="container-title"><text variable="title"/></if>
      <else><text variable="title" font-style="italic"/></else>
    </choose>
    <choose>
      <if variable="issued">${day('issued', '<date-part name="year"/><date-part name="month" prefix=", "/><date-part name="day" prefix=" "/>').replace('<date ', '<date prefix="(" suffix=")" ').replace(' delimiter=" "', '')}</if>
      <else><text term="no date" form="short" prefix="(" suffix=")"/></else>
    </choose>
    <group delimiter=" "><text variable="container-title" font-style="italic"/><text variable="note" prefix="(" suffix=")"/></group>
    <text variable="archive"/>
    <text variable="URL"/>
  </group>`,
  '',
)
