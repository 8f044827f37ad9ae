import type { Checked } from '../checked.ts'
import { refuse } from '../refused.ts'
import type { OfficeParts } from './check-office.ts'
import { checkEmbedded } from './embedded.ts'
import { attributesOf } from './xml.ts'

const kinds = ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet']

/** Modules of macros; the lists of an empty library are written by every LibreOffice. */
const macros = /^(Scripts\/.|Basic\/.+\/(?!script-l[bc]\.xml$)[^/]+$)/i

/** A LibreOffice text or sheet: says first what it is, has its manifest, no password, no macros. */
export function checkOpenDocument({ names, xml, other }: OfficeParts, first: string | undefined): Checked {
  const mediaType = other.get('mimetype')?.toString('latin1') ?? ''
  const manifest = xml.get('META-INF/manifest.xml')
  const content = xml.get('content.xml')
  if (manifest?.includes('encryption-data')) refuse('oldOffice', 'encrypted')
  if (!kinds.includes(mediaType)) refuse('typeNotAllowed', 'ODF of another kind')
  if (first !== 'mimetype' || manifest === undefined || content === undefined) refuse('unsafeArchive', 'no manifest')
  if (names.some((name) => macros.test(name))) refuse('macros')
  for (const text of [content, xml.get('styles.xml') ?? '']) {
    if (attributesOf(text, 'href').some((target) => /^(vnd\.sun\.star\.script|macro):/i.test(target))) refuse('macros')
    for (const object of objectsIn(text)) checkEmbedded(other.get(object))
  }
  return { mediaType }
}

/** Where the objects of other programs in a text stand; empty for one that stands in the text itself. */
const objectsIn = (text: string): string[] =>
  [...text.matchAll(/<(?:[^\s<>/]*:)?object-ole\b[^<>]*>/g)].map(([tag]) =>
    (attributesOf(tag, 'href')[0] ?? '').replace(/^\.\//, ''),
  )
