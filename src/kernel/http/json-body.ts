import { Problem } from '#values/errors.ts'
import { httpProblems } from './http-problems.ts'

/** Deeper is no form and no list of ours, and may exhaust whoever walks through it. */
const deepest = 64

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const jsonType = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i

/**
 * The body of a request: JSON or nothing, nested at most 64 deep, no key twice in an object (two readers would take different ones).
 * Otherwise 415 `wrongMediaType` or 400 `malformedJson`.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  if (safe.has(request.method)) return undefined
  const text = await request.text()
  if (text === '') return undefined
  if (!jsonType.test(request.headers.get('content-type') ?? ''))
    throw new Problem('wrongMediaType', httpProblems.wrongMediaType)
  if (!isSoundJson(text)) throw new Problem('malformedJson', httpProblems.malformedJson)
  return parse(text)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('malformedJson', httpProblems.malformedJson)
  }
}

/** Whether a text stays within the depth and repeats no key. One pass before parsing: depth costs a parser its stack. */
function isSoundJson(text: string): boolean {
  // The keys of each open object; none for a list.
  const open: (Set<string> | undefined)[] = []
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : undefined) > deepest) return false
    } else if (token === '}' || token === ']') open.pop()
    else if (!isNewKey(open.at(-1), token, text, index)) return false
  }
  return true
}

/** A string without end runs to the end of the text: sought again from each of its quotes, it would cost minutes of a megabyte. */
const tokens = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[[\]{}]/gs

function isNewKey(keys: Set<string> | undefined, token: string, text: string, index: number): boolean {
  if (keys === undefined || !isBeforeColon(text, index + token.length)) return true
  const key = parse(token) as string
  if (keys.has(key)) return false
  keys.add(key)
  return true
}

function isBeforeColon(text: string, from: number): boolean {
  let at = from
  while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at++
  return text.charAt(at) === ':'
}
