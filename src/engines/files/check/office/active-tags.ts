import { refuse } from '../refused.ts'
import { isOutside } from './embedded.ts'
import { checkField, Fields } from './fields.ts'
import { checkFormula } from './formula.ts'
import { attributesOf, plainText } from './xml.ts'

/** Elements of sheets (OOXML) and texts (ODF) that start programs or bring in what they show, whatever they say. */
const refused = new Set(
  'ddeLink oleLink dde-source dde-link dde-connection-decl dde-connection plugin applet floating-frame'.split(' '),
)

/** By element, the attribute that names what is fetched when a file is opened; links to click are not among them. */
const fetching: ReadonlyMap<string, string> = new Map([
  ['imagedata', 'src'],
  ...'image background-image fill-image object object-ole section-source table-source cell-range-source'
    .split(' ')
    .map((name) => [name, 'href'] as const),
])

/** Elements whose text is a formula or a piece of a field. */
const formulas = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName'])
const pieces = new Set(['instrText', 'delInstrText'])

interface Looking {
  /** Is shown each tag of `text` in turn. */
  look(start: number, end: number): void
  /** After the last tag. */
  end(): void
}

/** Refuses what acts by itself in one XML part of an office file: fields, formulas, links to programs, content from elsewhere. */
export function lookForActive(text: string): Looking {
  const fields = new Fields()
  let waiting: { take: (text: string) => void; from: number } | undefined

  const lookAt = (name: string, tag: string, end: number) => {
    if (refused.has(name)) refuse('activeContent', name)
    if (name === 'fldChar') fields.mark(attributesOf(tag, 'fldCharType')[0])
    if (name === 'fldSimple') attributesOf(tag, 'instr').forEach(checkField)
    if (name === 'connection' && attributesOf(tag, 'refreshOnLoad').some(isTrue)) refuse('activeContent', name)
    if (name === 'table-cell') attributesOf(tag, 'formula').forEach(checkFormula)
    const reference = fetching.get(name)
    if (reference !== undefined && attributesOf(tag, reference).some(isOutside))
      refuse('activeContent', `${name} from elsewhere`)
    if (formulas.has(name)) waiting = { take: checkFormula, from: end }
    if (pieces.has(name)) waiting = { take: (piece) => fields.add(piece), from: end }
  }

  return {
    look(start, end) {
      waiting?.take(plainText(text.slice(waiting.from, start)))
      waiting = undefined
      const name = nameAt(text, start + 1)
      if (name !== undefined) lookAt(name, text.slice(start, end), end)
    },
    end: () => fields.end(),
  }
}

const isTrue = (value: string): boolean => value === '1' || value === 'true'

const nameEnd = /[\s/>]/g

/** The name of the element that begins here, without its prefix; none at its end. */
function nameAt(text: string, from: number): string | undefined {
  if (text[from] === '/') return undefined
  nameEnd.lastIndex = from
  const whole = text.slice(from, nameEnd.exec(text)?.index)
  return whole.slice(whole.indexOf(':') + 1)
}
