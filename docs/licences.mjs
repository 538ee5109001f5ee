/**
 * Writes docs/licences.md: what is installed with Kronika, by licence, from the lock file.
 *
 *     node docs/licences.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))

const byLicence = new Map()
for (const [place, { version, license, dev }] of Object.entries(packages)) {
  if (place === '') continue
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const licence = license ?? 'not stated'
  if (!byLicence.has(licence)) byLicence.set(licence, { shipped: new Set(), tests: new Set() })
  byLicence.get(licence)[dev ? 'tests' : 'shipped'].add(`${name} ${version}`)
}

const table = (kind) =>
  [...byLicence]
    .map(([licence, kinds]) => [licence, [...kinds[kind]].sort()])
    .filter(([, names]) => names.length > 0)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([licence, names]) => `| ${licence} | ${names.length} | ${names.join(', ')} |`)
    .join('\n')

const text = `# Licences of what is installed with Kronika

Kronika is under the MIT licence. Written by \`node docs/licences.mjs\` from package-lock.json; optional packages of
other platforms are listed with the rest. What asks for more than a notice is in
[decisions/019](decisions/019-citeproc-licence.md).

## With the app

| licence | packages | |
|---|---|---|
${table('shipped')}

## For tests and building alone

| licence | packages | |
|---|---|---|
${table('tests')}
`
writeFileSync(path.join(root, 'docs/licences.md'), text)
