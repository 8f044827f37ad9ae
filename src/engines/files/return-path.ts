import { Problem } from '#values/errors.ts'
import { filesProblems } from './contract.ts'

/**
 * The page of ours to go back to after a form. Anything that a browser could take for another site is refused: two slashes,
 * back slashes, control characters, `@`, encoded slashes at the beginning.
 */
export function readReturn(given: string | undefined): string {
  const isOurs =
    given !== undefined &&
    given.length <= 500 &&
    /^\/(?![/\\]|%2f|%5c)[^\\\0-\x20\x7f@]*$/i.test(given) &&
    new URL(given, base).origin === base
  if (!isOurs) throw new Problem('badReturn', filesProblems.badReturn)
  return given
}

const base = 'http://lien-thong.invalid'

/** The page with what came of the upload; what an earlier try said is replaced. */
export function returnWith(page: string, outcome: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(page, base)
  for (const name of ['file', 'paper', 'error']) url.searchParams.delete(name)
  for (const [name, value] of Object.entries(outcome)) if (value !== undefined) url.searchParams.set(name, value)
  return `${url.pathname}${url.search}${url.hash}`
}
