import type { Checked } from '../checked.ts'
import { refuse } from '../refused.ts'
import type { OfficeParts } from './check-office.ts'
import { checkEmbedded, isOutside } from './embedded.ts'
import { attributesOf } from './xml.ts'

const main = 'application/vnd.openxmlformats-officedocument.'

/** By the type of the main part: the media type of the whole file. */
const kinds: Readonly<Record<string, string>> = {
  [`${main}wordprocessingml.document.main+xml`]: `${main}wordprocessingml.document`,
  [`${main}spreadsheetml.sheet.main+xml`]: `${main}spreadsheetml.sheet`,
}

const macroParts = /vbaProject|vbaData|activeX\/|macrosheets\/|dialogsheets\//i
const macroTypes = /macro|vba|activeX|dialogsheet/i

/** Parts that Office fetches or opens by itself when they lie outside. */
const fetched = /\/(attachedTemplate|oleObject|image|frame|subDocument|package|aFChunk|mailMerge\w*)$/i

/** Parts of other programs that stand inside. */
const embedded = /\/(oleObject|package|aFChunk)$/i

/** A Word text or an Excel sheet without macros and without parts that are fetched from elsewhere. */
export function checkOpenXml(parts: OfficeParts): Checked {
  const { names, xml } = parts
  if (names.some((name) => macroParts.test(name))) refuse('macros')
  const types = typesOf(xml.get('[Content_Types].xml') as string, names)
  if (types.some((type) => macroTypes.test(type))) refuse('macros')
  const found = types.map((type) => kinds[type]).filter((type) => type !== undefined)
  for (const [name, text] of xml) if (name.endsWith('.rels')) checkRelationships(name, text, parts)
  // Also one that no relationship names.
  for (const [name, part] of parts.other) if (/(^|\/)embeddings\//i.test(name)) checkEmbedded(part)
  const [mediaType] = found
  if (mediaType === undefined || found.length > 1) return refuse('typeNotAllowed', 'OOXML of another kind')
  return { mediaType }
}

/** The types of parts that are there: some programs announce every extension they could write, that of macros too. */
const typesOf = (text: string, names: readonly string[]): string[] =>
  tagsOf(text).flatMap((tag) => {
    const extensions = /^<(\w+:)?Default\s/.test(tag) ? attributesOf(tag, 'Extension') : []
    const isThere = names.some((name) => extensions.some((one) => name.toLowerCase().endsWith(`.${one.toLowerCase()}`)))
    return extensions.length === 0 || isThere ? attributesOf(tag, 'ContentType') : []
  })

function checkRelationships(name: string, text: string, { other }: OfficeParts): void {
  for (const tag of tagsOf(text)) {
    // Attributes of other namespaces are looked at alike, so that none of them hides another.
    const [types, targets, modes] = ['Type', 'Target', 'TargetMode'].map((one) => attributesOf(tag, one)) as Three
    if (types.some((type) => macroTypes.test(type.split('/').at(-1) as string))) refuse('macros')
    if (modes.includes('External')) {
      if (types.some((type) => fetched.test(type)) && targets.some(isOutside)) refuse('activeContent', 'outside part')
    } else if (types.some((type) => embedded.test(type)))
      for (const target of targets) checkEmbedded(other.get(partNamed(target, name)))
  }
}

type Three = [string[], string[], string[]]

/** Names in relationships stand from the folder of the part that they belong to: `word/_rels/document.xml.rels` → `word`. */
const partNamed = (target: string, relationships: string): string =>
  decodeURIComponent(new URL(target, `part:/${relationships.replace(/[^/]*\/[^/]*$/, '')}`).pathname.slice(1))

const tagsOf = (text: string): string[] => [...text.matchAll(/<[^!?/][^<]*>/g)].map(([tag]) => tag)
