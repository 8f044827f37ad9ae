import type { Checked } from '../checked.ts'
import { refuse } from '../refused.ts'
import type { OfficeParts } from './check-office.ts'
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
const fetched = /\/(attachedTemplate|oleObject|frame|subDocument|package|aFChunk)$/i

/** A Word text or an Excel sheet without macros and without parts that are fetched from elsewhere. */
export function checkOpenXml({ names, xml }: OfficeParts): Checked {
  if (names.some((name) => macroParts.test(name))) refuse('macros')
  const types = typesOf(xml.get('[Content_Types].xml') as string, names)
  if (types.some((type) => macroTypes.test(type))) refuse('macros')
  const found = types.map((type) => kinds[type]).filter((type) => type !== undefined)
  for (const [name, text] of xml) if (name.endsWith('.rels')) checkRelationships(text)
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

function checkRelationships(text: string): void {
  for (const tag of tagsOf(text)) {
    const [type, target, mode] = ['Type', 'Target', 'TargetMode'].map((name) => attributesOf(tag, name)[0] ?? '')
    if (macroTypes.test((type as string).split('/').at(-1) as string)) refuse('macros')
    // A template of the writer's own disk is an everyday thing and found by nobody else; one on the network is fetched.
    if (mode === 'External' && fetched.test(type as string) && !isOwnDisk(target as string))
      refuse('activeContent', 'outside part')
  }
}

const isOwnDisk = (target: string): boolean => /^(file:\/\/\/)?[a-z]:[\\/]/i.test(target) || /^[^:\\/]+$/.test(target)

const tagsOf = (text: string): string[] => [...text.matchAll(/<[^!?/][^<]*>/g)].map(([tag]) => tag)
