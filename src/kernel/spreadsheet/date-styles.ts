import { walkXml } from './walk-xml.ts'

/** Formats of ECMA-376 §18.8.30 that show a day; those of the East Asian locales too. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Which styles of cells show their number as a day. */
export function readDateStyles(bytes: Buffer | undefined): (style: number) => boolean {
  if (bytes === undefined) return () => false
  const ofDays = new Set<number>()
  const formats: number[] = []
  let inCells = false
  walkXml(bytes, {
    open: (name, given) => {
      if (name === 'numFmt' && saysDay(given['formatCode'] ?? '')) ofDays.add(Number(given['numFmtId']))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) formats.push(Number(given['numFmtId'] ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return (style) => {
    const format = formats[style] ?? 0
    return builtIn(format) || ofDays.has(format)
  }
}

/** Excel takes no longer one. */
const longestFormat = 255

/** A format of days has a d or y outside quotes, escapes and brackets. */
const saysDay = (code: string): boolean =>
  code.length <= longestFormat && /[dy]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, ''))
