import { type TestPart, zipOf } from './test-zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type TestDocx = {
  /** What is in `w:body`. */
  body: string
  title?: string
  footnotes?: string
  comments?: string
  header?: string
  /** Instead of the part of that name, or beside the others. */
  parts?: TestPart[]
}

const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`).join('')}
<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>`

const NUMBERING = `<w:abstractNum w:abstractNumId="0">${[0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`).join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`

/** A Word document with the usual styles: list 1 is bulleted, list 2 numbered. */
export function docxOf({
  body,
  title,
  footnotes,
  comments,
  header,
  parts = [],
}: TestDocx): Uint8Array {
  const part = (name: string, data: string): TestPart => ({ name, data: `${XML}\n${data}` })
  const word = (name: string, root: string, inside: string): TestPart =>
    part(`word/${name}.xml`, `<w:${root} ${NAMESPACES}>${inside}</w:${root}>`)
  const near = [
    'styles',
    'numbering',
    ...(footnotes === undefined ? [] : ['footnotes']),
    ...(comments === undefined ? [] : ['comments']),
    ...(header === undefined ? [] : ['header']),
  ]
  const own = [
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    part('_rels/.rels', relationsOf([['officeDocument', 'word/document.xml']])),
    part(
      'word/_rels/document.xml.rels',
      relationsOf(near.map((name): [string, string] => [name, `${name}.xml`])),
    ),
    word('document', 'document', `<w:body>${body}</w:body>`),
    word('styles', 'styles', STYLES),
    word('numbering', 'numbering', NUMBERING),
    ...(footnotes === undefined ? [] : [word('footnotes', 'footnotes', footnotes)]),
    ...(comments === undefined ? [] : [word('comments', 'comments', comments)]),
    ...(header === undefined ? [] : [word('header', 'hdr', header)]),
    ...(title === undefined
      ? []
      : [
          part(
            'docProps/core.xml',
            `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>${title}</dc:title></cp:coreProperties>`,
          ),
        ]),
  ]
  const replaced = new Set(parts.map(({ name }) => name))
  return zipOf([...own.filter(({ name }) => !replaced.has(name)), ...parts])
}

function relationsOf(relations: [type: string, target: string][]): string {
  const elements = relations.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${TYPES}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join('')}</Relationships>`
}

/** A paragraph of text in a style. */
export const w = (text: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A paragraph of a list. */
export const item = (text: string, list: 1 | 2, level = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
