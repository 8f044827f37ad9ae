import { stripTypeScriptTypes } from 'node:module'

/** One condition of a rule about rights that was taken away. */
export interface Mutant {
  /** `dossier-access.ts:49 drops: and a.ends_at is null` */
  readonly name: string
  readonly source: string
}

/** Whoever decides about rights says so in its comment; every condition inside is then dropped in turn. */
const mark = '@right'

/**
 * The mutants of a source: of each marked declaration each guard that returns or throws is passed by, each `and` of its SQL and each `&&` falls
 * away, each filter lets everything through. What would no longer parse is none.
 */
export function mutantsOf(file: string, source: string): Mutant[] {
  const mutants: Mutant[] = []
  for (let at = source.indexOf(mark); at !== -1; at = source.indexOf(mark, at + 1)) {
    const start = source.indexOf('*/', at) + 2
    const end = endOfDeclaration(source, start)
    for (const [from, to, instead] of dropsIn(source, start, end)) {
      const mutated = source.slice(0, from) + instead + source.slice(to)
      if (!parses(mutated)) continue
      const line = source.slice(0, from).split('\n').length
      const what = source.slice(from, to).replaceAll(/\s+/g, ' ').trim().slice(0, 90)
      mutants.push({ name: `${file}:${line} drops: ${what}`, source: mutated })
    }
  }
  return mutants
}

type Drop = readonly [from: number, to: number, instead: string]

function dropsIn(source: string, start: number, end: number): Drop[] {
  const text = source.slice(start, end)
  const at = (pattern: RegExp) => [...text.matchAll(pattern)].map((found) => [start + found.index, found[0]] as const)
  const guards = at(/\bif \(/g).flatMap(([from, head]): Drop[] => {
    const open = from + head.length - 1
    const close = endOf(source, open)
    const next = source.slice(close, close + 200)
    return /^\s*(return|throw|fail|continue|refuse)/.test(next) ? [[open + 1, close - 1, 'false']] : []
  })
  const filters = at(/\.filter\(/g).map(([from, head]): Drop => [from, endOf(source, from + head.length - 1), ''])
  const both = at(/ && /g).map(([from, head]): Drop => [
    from,
    endOfOperand(source, from + head.length, ['&&', '||', '?']),
    '',
  ])
  const conjuncts = at(/\sand\s(?!`)/g).map(([from, head]): Drop => [
    from,
    endOfOperand(source, from + head.length, ['and', 'or', 'order', 'limit', 'group', 'union']),
    ' ',
  ])
  return [...guards, ...filters, ...both, ...conjuncts]
}

/** Declarations end where the next line at the margin is blank or closes them; one that opens a body behind long parameters goes on. */
function endOfDeclaration(source: string, start: number): number {
  const found = /\n(?:\}|\)(?![^\n]*(?:\{|=>)\n)).*\n|\n\n(?=\S)/.exec(source.slice(start + 1))
  return found === null ? source.length : start + 1 + found.index + found[0].length
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Behind what is opened at a place: brackets in brackets, texts and templates in between. */
function endOf(source: string, open: number): number {
  const close = closing[source[open] as string]
  for (let at = open + 1; at < source.length; at += 1) {
    const sign = source[at] as string
    if (sign === close) return at + 1
    if (sign in closing) at = endOf(source, at) - 1
    else if (sign === "'") at = source.indexOf("'", at + 1)
    else if (sign === '`') at = endOfTemplate(source, at) - 1
  }
  return source.length
}

function endOfTemplate(source: string, open: number): number {
  for (let at = open + 1; at < source.length; at += 1) {
    if (source[at] === '`') return at + 1
    if (source.startsWith('${', at)) at = endOf(source, at + 1) - 1
  }
  return source.length
}

/** Behind one operand: before the next of these words beside it, or before what encloses it is closed. */
function endOfOperand(source: string, start: number, words: readonly string[]): number {
  for (let at = start; at < source.length; at += 1) {
    const sign = source[at] as string
    if (')]},;`\n'.includes(sign) && !(sign === '\n' && /^\s*(\(|\.|=)/.test(source.slice(at + 1)))) return at
    if (
      /\s/.test(sign) &&
      words.some((word) => new RegExp(`^\\s${word.replaceAll(/[|?]/g, '\\$&')}\\s`).test(source.slice(at, at + 12)))
    )
      return at
    if (source.startsWith('${', at)) at = endOf(source, at + 1) - 1
    else if (sign === '(' || sign === '[' || sign === '{') at = endOf(source, at) - 1
    else if (sign === "'") at = source.indexOf("'", at + 1)
  }
  return source.length
}

function parses(source: string): boolean {
  try {
    stripTypeScriptTypes(source)
    return true
  } catch {
    return false
  }
}
