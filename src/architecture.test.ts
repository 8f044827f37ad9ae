import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The fence: reads every import of the source and refuses those that go up, or past a door. */

const source = import.meta.dirname
const layers = ['values', 'kernel', 'ui', 'engines', 'systems', 'sites'] as const

/** Engines in order; each may import those before it. `forms` has no tables and stands before all that ask questions. */
const engines = [
  'audit',
  'directory',
  'identity',
  'calendar',
  'numbering',
  'files',
  'notification',
  'payments',
  'forms',
  'workflow',
  'services',
  'queue',
  'petitions',
  'national-portal',
  'reporting',
  'operations',
]
const doors = /^(index\.ts|contract\.ts|declare\.ts|web\/index\.ts)$/

/** Files that see everything: the process, its commands, the demo, and the lists of engines. */
const top = /^(main\.ts|root\.tsx|routes\.ts|entry\.\w+\.tsx|no-eval\.ts|commands\/|demo\/)/
const engineLists = new Set(['engines/index.ts', 'engines/contract.ts'])

interface Import {
  readonly from: string
  readonly to: string
}

const files = walk(source).map((path) => relative(source, path))
const imports = files.flatMap(importsOf)

describe('the house', () => {
  it('has no import that goes up a layer', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (top.test(from) || from.endsWith('.test.ts') || from.endsWith('.test.tsx')) return false
      return layerOf(from) < layerOf(to)
    })
    expect(wrong).toEqual([])
  })

  it('lets nothing but the process itself import the commands and the demo', () => {
    expect(
      imports.filter(
        ({ from, to }) => /^(commands|demo|main)/.test(to) && !top.test(from) && !from.endsWith('.test.ts'),
      ),
    ).toEqual([])
  })

  it('keeps the simulators of the outside world out of the product', () => {
    expect(imports.filter(({ from, to }) => to.startsWith('sandbox/') && !isForTests(from))).toEqual([])
    // Nor by the way of what tests alone use.
    expect(imports.filter(({ from, to }) => to.startsWith('commands/testing/') && !isForTests(from))).toEqual([])
  })

  it('keeps the independent verifier free of everything but Node itself, and the product free of it', () => {
    const verifier = join(source, '..', 'verifier')
    const said = readdirSync(verifier)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFileSync(join(verifier, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from!),
      )
    expect(said.length).toBeGreaterThan(5)
    expect(said.filter((from) => !/^(node:|\.\/)/.test(from))).toEqual([])
    expect(files.filter((file) => /from '[^']*\bverifier\//.test(read(file)))).toEqual([])
  })

  it('lets an engine import only earlier engines, and those only through their doors', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [mine, theirs] = [engineOf(from), engineOf(to)]
      if (theirs === undefined || mine === theirs || engineLists.has(from)) return false
      const throughDoor = doors.test(to.split('/').slice(2).join('/'))
      if (mine === undefined) return !throughDoor && !isOwnTest(from) && !top.test(from)
      return !throughDoor || engines.indexOf(theirs) > engines.indexOf(mine)
    })
    expect(wrong).toEqual([])
  })

  it('keeps contracts, declarations and screens free of the server', () => {
    const browserSafe = files.filter(
      (file) =>
        /^engines\/[\w-]+\/(contract|declare)\.ts$|^engines\/[\w-]+\/contract\/|^engines\/[\w-]+\/web\/|^values\/|^ui\//.test(
          file,
        ) && !/\.test\.tsx?$/.test(file),
    )
    const wrong = imports.filter(
      ({ from, to }) =>
        browserSafe.includes(from) &&
        !isTypeOnly(from, to) &&
        (to.startsWith('kernel/') || /^engines\/[\w-]+\/index\.ts$/.test(to) || to.startsWith('node:')),
    )
    expect(wrong).toEqual([])
  })

  it('keeps SQL out of screens and sites', () => {
    expect(
      files.filter((file) => (file.startsWith('sites/') || file.includes('/web/')) && /\bsql`/.test(read(file))),
    ).toEqual([])
  })

  it('puts the token of the browser into every form that is posted', () => {
    const count = (file: string, what: RegExp) => read(file).match(what)?.length ?? 0
    expect(
      files.filter(
        (file) =>
          file.startsWith('sites/') &&
          !file.endsWith('.test.tsx') &&
          count(file, /<(?:\w+\.)?[Ff]orm\b[^<]*method="post"/g) !== count(file, /<FormToken\b/g),
      ),
    ).toEqual([])
  })

  it('lets an engine write only its own schema', () => {
    const wrong: string[] = []
    for (const file of files.filter((one) => one.startsWith('engines/') && !one.endsWith('.test.ts'))) {
      const own = engineOf(file)?.replaceAll('-', '_')
      for (const [, schema] of read(file).matchAll(/\b(?:insert into|update|delete from)\s+(\w+)\.\w+/g)) {
        if (schema !== own && !file.includes('/testing/')) wrong.push(`${file} writes ${schema}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('has no drawers', () => {
    expect(
      files.filter((file) =>
        /(^|\/)(utils?|helpers?|common|shared|lib|misc|types|core|platform)(\/|\.tsx?$)/.test(file),
      ),
    ).toEqual([])
  })

  it('holds functions in no declared system', () => {
    const wrong = files.filter(
      (file) =>
        file.startsWith('systems/') &&
        !file.endsWith('.test.ts') &&
        !file.includes('/testing/') &&
        file !== 'systems/index.ts' &&
        /=>|\bfunction\s*\w*\s*\(/.test(withoutTemplates(read(file))),
    )
    expect(wrong).toEqual([])
  })
})

function read(file: string): string {
  return readFileSync(join(source, file), 'utf8')
}

const withoutTemplates = (text: string): string => text.replace(/'[^'\n]*'|\/\*[\s\S]*?\*\/|\/\/.*/g, '')

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : /\.tsx?$/.test(name) ? [path] : []
  })
}

function importsOf(from: string): Import[] {
  return [...read(from).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, name]) => {
    const to = target(from, name as string)
    return to === undefined ? [] : [{ from, to }]
  })
}

function target(from: string, name: string): string | undefined {
  if (name.startsWith('#')) return name.slice(1)
  if (name.startsWith('.')) return relative(source, resolve(source, dirname(from), name))
  return name.startsWith('node:') ? name : undefined
}

function layerOf(file: string): number {
  return layers.findIndex((layer) => file.startsWith(`${layer}/`))
}

function engineOf(file: string): string | undefined {
  return /^engines\/([\w-]+)\//.exec(file)?.[1]
}

const isOwnTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
const isForTests = (file: string): boolean => isOwnTest(file) || file.startsWith('commands/testing/')

/** `import type { … } from` a server module is erased and never reaches a browser. */
function isTypeOnly(from: string, to: string): boolean {
  const name = to.split('/').at(-1) as string
  return read(from)
    .split('\n')
    .filter((line) => line.includes(`/${name}'`))
    .every(
      (line) =>
        line.startsWith('import type') || /import \{ (type \w+(, )?)+ \}/.test(line) || line.startsWith('} from'),
    )
}
