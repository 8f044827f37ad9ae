import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allRunbooks } from '#engines/operations/runbook/index-of-runbooks.ts'
import { writeRunbooks } from '#engines/operations/runbook/write-runbooks.ts'
import { commands } from './run-command.ts'

/** Programs of Debian packages that the runbooks may name; whoever names another says here where it comes from. */
const programs = new Set([
  'systemctl',
  'journalctl', // systemd
  'df',
  'du',
  'free',
  'top',
  'resize2fs',
  'nc',
  'curl',
  'openssl',
  'runuser',
  'apt-get', // util-linux, coreutils, procps, e2fsprogs, netcat-openbsd …
  'psql',
  'pg_checksums', // postgresql
  'chronyc', // chrony
])

const typed = allRunbooks.flatMap(({ code, steps }) =>
  steps.flatMap(({ run }) => (run === undefined ? [] : [{ code, run }])),
)
const quoted = allRunbooks.flatMap(({ code, ...runbook }) =>
  [...JSON.stringify(runbook).matchAll(/`(lien-thong [^`]+)`/g)].map(([, run]) => ({ code, run: run! })),
)

describe('the runbooks', () => {
  test('are the twenty likeliest troubles and more, each code once', () => {
    expect(new Set(allRunbooks.map(({ code }) => code)).size).toBe(allRunbooks.length)
    expect(allRunbooks.length).toBeGreaterThanOrEqual(20)
  })

  test.each(allRunbooks)('$code says everything in both languages', ({ title, told, sign, meaning, steps, over }) => {
    for (const words of [title, told ?? title, sign, meaning, over, ...steps.map(({ say }) => say)]) {
      expect(words.vi.trim()).not.toBe('')
      expect(words.en.trim()).not.toBe(words.vi.trim())
    }
    // The same figures in both.
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()
    expect(places((told ?? title).vi)).toEqual(places((told ?? title).en))
  })

  test.each([...typed, ...quoted])('$code: `$run` is a command that exists', ({ run }) => {
    const [program = '', name, word] = run.split(' ')
    if (program !== 'lien-thong') return expect(programs).toContain(program)
    const command = commands.find((one) => one.name === name)
    expect(command).toBeDefined()
    const flags = run.match(/--\w[\w-]*/g) ?? []
    const said = `${command!.usage.join('\n')} --json`
    for (const flag of flags) expect(said).toContain(flag)
    // The second word of commands that have one: `audit verify`, `config check`.
    if (word !== undefined && /^[a-z]+$/.test(word)) expect(said).toContain(`${name} ${word}`)
  })

  test('name units that the installer makes', () => {
    const ofSystemd = typed.filter(({ run }) => /^(systemctl|journalctl)/.test(run)).map(({ run }) => run)
    const named = [...new Set(ofSystemd.flatMap((run) => run.match(/\blien-thong[\w@*-]*/g) ?? []))]
    expect(named.length).toBeGreaterThan(3)
    const systemd = join(import.meta.dirname, '..', '..', 'deploy', 'systemd')
    const isThere = (unit: string) => existsSync(join(systemd, `${unit.replace(/@\d$/, '@')}.service`))
    expect(named.filter((unit) => unit !== 'lien-thong-*' && !isThere(unit))).toEqual([])
  })

  // After a change: `./lien-thong runbooks > docs/operate/runbooks.md`
  test('stand in the documents as the page shows them', () => {
    const file = join(import.meta.dirname, '..', '..', 'docs', 'operate', 'runbooks.md')
    expect(readFileSync(file, 'utf8')).toBe(`${writeRunbooks('vi')}\n`)
  })
})
