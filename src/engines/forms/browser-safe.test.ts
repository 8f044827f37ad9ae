import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../..')

/** Every module that a door brings in, and every package outside. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!file.startsWith('/')) return seen
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) .*?from '([^']+)'|^} from '([^']+)'/gms,
  )) {
    reach(
      from.startsWith('.') ? join(dirname(file), from) : from.startsWith('#') ? join(src, from.slice(1)) : from,
      seen,
    )
  }
  return seen
}

test.each(['declare.ts', 'contract.ts'])('%s brings only values, this engine and zod to the browser', (door) => {
  const reached = [...reach(join(import.meta.dirname, door))]
  expect(reached.length).toBeGreaterThan(30)
  expect(reached.filter((file) => !file.startsWith('/'))).toEqual(['zod'])
  const outside = reached.filter((file) => file.startsWith('/')).map((file) => relative(src, file))
  expect(outside.filter((file) => !/^(values|engines\/forms)\//.test(file))).toEqual([])
})
