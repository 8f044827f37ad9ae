import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, variableLines } from '#kernel/config.ts'
import { createMetrics } from '#kernel/metrics.ts'
import { messageFigure } from '#engines/notification/index.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'

/** What `deploy/` says stays true of the platform, looked at without its packages; `npm run test:deploy` starts all of it. */

const root = join(import.meta.dirname, '..')
const deploy = join(root, 'deploy')
const files = readdirSync(deploy, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const textOf = (file: string) => readFileSync(file, 'utf8')
const named = (name: string) => textOf(join(deploy, name))
const scripts = files.filter((file) => textOf(file).startsWith('#!/bin/sh') || file.endsWith('.sh'))

test.each(scripts)('%s is a script that the shell reads', (script) => {
  execFileSync('sh', ['-n', script])
})

test('the steps place files that are there, and every template is placed', () => {
  const steps = scripts
    .filter((script) => /\/(steps|install$)/.test(script))
    .map(textOf)
    .join('\n')
  const placed = [...steps.matchAll(/\$here\/([\w./@-]+)/g)].map(([, path]) => path as string)
  expect(placed.length).toBeGreaterThan(25)
  const listed = [...steps.matchAll(/for \w+ in ([^;]+);/g)].flatMap(([, list]) => (list as string).split(' '))
  expect(placed.filter((path) => !existsSync(join(deploy, path)) && !path.endsWith('/'))).toEqual([])
  const templates = files
    .map((file) => file.slice(deploy.length + 1))
    .filter((file) =>
      /^(haproxy|nftables|patroni|pgbouncer|platform|postgresql|prometheus|system|systemd)\//.test(file),
    )
  const isUsed = (file: string) => placed.includes(file) || listed.includes(file.slice(file.indexOf('/') + 1))
  const byHand = ['nftables/one.nft', 'nftables/three.nft', 'prometheus/dashboard.json']
  expect(templates.filter((file) => !isUsed(file) && !byHand.includes(file))).toEqual([])
})

/** Runs lines with steps of the installer, in a directory that stands for /etc/lien-thong and for what it remembers. */
function runSteps(
  directory: string,
  steps: readonly string[],
  lines: string,
  environment: Record<string, string> = {},
) {
  const text = steps.map((step) => named(`steps/${step}.sh`)).join('\n')
  const moved = text.replaceAll(/\/(etc\/lien-thong|var\/lib\/lien-thong-install)(?=[/\s])/g, `${directory}/$1`)
  return execFileSync('sh', ['-euc', `role=one dry=no ask=no\n${moved}\n${lines}`], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  })
}

test('what is said in the environment takes the place of what was kept, and is kept; secrets stay', () => {
  const machine = makeTestDirectory('settings')
  const told = (environment: Record<string, string>) => {
    runSteps(machine, ['doing', 'settings'], '', environment)
    const kept = textOf(join(machine, 'etc/lien-thong/install.conf'))
    return Object.fromEntries([...kept.matchAll(/^([A-Z_]+)='(.*)'$/gm)].map(([, name, value]) => [name, value]))
  }
  const first = told({ PUBLIC_HOST: 'dichvucong.example.gov.vn' })
  expect(first).toMatchObject({ BACKUP_DIRECTORY: '/var/lib/lien-thong-backup', ADMINISTRATION: '127.0.0.1' })
  const now = { BACKUP_DIRECTORY: '/mnt/sao-luu/2026', TIME_SERVERS: 'ntp1.example.vn ntp2.example.vn' }
  expect(told({ ...now, PUBLIC_HOST: '', SECRETS_KEY: 'of-another-machine' })).toEqual({ ...first, ...now })
  expect(told({})).toEqual({ ...first, ...now })
  removeTestDirectory(machine)
})

test('a file that somebody changed is left alone until the new text beside it takes its place', () => {
  const machine = makeTestDirectory('placing')
  const [template, target] = [join(machine, 'template'), join(machine, 'target')]
  const place = (text: string) => {
    writeFileSync(template, text)
    runSteps(machine, ['doing'], `place ${template} ${target} 600`)
    return textOf(target)
  }
  expect(place('first\n')).toBe('first\n')
  writeFileSync(target, 'mine\n')
  expect(place('second\n')).toBe('mine\n')
  writeFileSync(target, textOf(`${target}.new`))
  expect([place('second\n'), place('third\n')]).toEqual(['second\n', 'third\n'])
  removeTestDirectory(machine)
})

test('what people add is read after what the installer sets, by every unit and by the command, and is no unit’s need', () => {
  const files = (text: string) => [...text.matchAll(/^(?:EnvironmentFile=|.*\. )(\S+\.env)/gm)].map(([, file]) => file)
  const [set, added] = ['/etc/lien-thong/lien-thong.env', '/etc/lien-thong/more.env']
  for (const unit of ['lien-thong-serve@', 'lien-thong-work', 'lien-thong-backup'])
    expect(files(named(`systemd/${unit}.service`)).slice(0, 2)).toEqual([set, `-${added}`])
  expect(files(named('platform/lien-thong')).slice(0, 2)).toEqual([set, added])
  // Nothing but what explains it: what people read there is theirs.
  expect(named('platform/more.env')).toMatch(/^#[^\n]*\n#[^\n]*\n$/)
})

test('what the units hand to the platform is what it reads, and it takes it', () => {
  const text = ['lien-thong.env', 'owner.env', 'serve.env'].map((name) => named(`platform/${name}`)).join('\n')
  const given = [...text.matchAll(/^([A-Z][A-Z0-9_]*)='(.*)'$/gm)].map(([, name, value]) => [name, value] as const)
  const known = new Set(variableLines.map((line) => line.split(' ')[0]))
  // One is Node's, one the unit's own.
  const others = ['NODE_COMPILE_CACHE', 'BACKUP_DIRECTORY']
  expect(given.map(([name]) => name).filter((name) => !known.has(name) && !others.includes(name as string))).toEqual([])
  const values: Record<string, string> = {
    PUBLIC_HOST: 'dichvucong.example.gov.vn',
    DATABASE_PORT: '5000',
    DATABASE_QUERY: '',
    SECRETS_KEY: Buffer.alloc(32).toString('base64'),
    PROCESS_PORT: '8080',
    PROCESS_ADMIN_PORT: '8081',
  }
  const filled = given.map(([name, value]) => [
    name,
    (value as string).replaceAll(/@([A-Z][A-Z0-9_]*)@/g, (_, key: string) => values[key] ?? 'x'),
  ])
  const config = readConfig(Object.fromEntries(filled) as NodeJS.ProcessEnv)
  expect([config.publicUrl, config.trustedProxies]).toEqual(['https://dichvucong.example.gov.vn', ['127.0.0.1']])
  expect(config.databasePoolUrl).toContain(':6432/')
})

test('figures of ours that alerts and the dashboard name are told by the platform', async () => {
  const { registry, watch } = createMetrics()
  watch(messageFigure({} as never, () => new Date()))
  const told = (await registry.getMetricsAsJSON()).map(({ name }) => name)
  const text = named('prometheus/rules.yml') + named('prometheus/dashboard.json')
  const asked = new Set([...text.matchAll(/\b(lienthong|nodejs|process)_\w+/g)].map(([name]) => name))
  for (const [, state] of text.matchAll(/lienthong_messages\{state=\\?"(\w+)/g))
    expect(['waiting', 'troubled']).toContain(state)
  expect(asked.size).toBeGreaterThan(5)
  expect([...asked].filter((name) => !told.includes(name.replace(/_(bucket|count|sum)$/, '')))).toEqual([])
})

test('every machine is told its own secrets only, and one of the platform none of the database', () => {
  const plan = makeTestDirectory('plan')
  const into = join(plan, 'machines')
  execFileSync(join(deploy, 'make-cluster'), [into, 'db1=10.0.0.1', 'db2=10.0.0.2', 'app=10.0.0.3'])
  const told = (name: string) =>
    new Map(
      textOf(join(into, `${name}.conf`))
        .matchAll(/^([A-Z0-9_]+)=(.*)$/gm)
        .map(([, key, value]) => [key, value]),
    )
  const [first, second, app] = ['db1', 'db2', 'app'].map(told) as [
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
  ]
  expect(new Set([first, second, app].map((one) => one.get('NODE_KEY'))).size).toBe(3)
  for (const key of ['SUPERUSER_PASSWORD', 'REPLICATION_PASSWORD', 'REWIND_PASSWORD', 'PATRONI_PASSWORD'])
    expect([first.get(key) === second.get(key), app.has(key)]).toEqual([true, false])
  expect(() =>
    execFileSync(join(deploy, 'make-cluster'), [into, 'a=10.0.0.1', 'b=10.0.0.2', 'c=10.0.0.3'], { stdio: 'pipe' }),
  ).toThrow()

  // Each role is carried out in words with what it was told, and nothing is written.
  for (const [role, name] of [
    ['db', 'db1'],
    ['app', 'app'],
  ] as const) {
    const said = execFileSync(
      join(deploy, 'install'),
      ['--role', role, '--settings', join(into, `${name}.conf`), '--dry-run', '--yes'],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], PUBLIC_HOST: 'dichvucong.example.gov.vn' },
      },
    )
    expect(said).toContain('Done.')
  }
  removeTestDirectory(plan)
})

test('units that run the platform are shut in alike', () => {
  const shut = [
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=',
    'PrivateUsers=yes',
    'SystemCallFilter=~@privileged @resources',
  ]
  for (const unit of ['lien-thong-serve@.service', 'lien-thong-work.service', 'lien-thong-backup.service'])
    expect(named(`systemd/${unit}`).split('\n')).toEqual(expect.arrayContaining(shut))
})

test('commands that change the schema or drop parts of it run as its owner, all others as what serves does', () => {
  const machine = makeTestDirectory('commands')
  for (const [name, who] of [
    ['lien-thong', 'web'],
    ['owner', 'owner'],
  ])
    writeFileSync(join(machine, `${name}.env`), `DATABASE_URL=${who}\n`)
  const command = named('platform/lien-thong')
    .replaceAll('/etc/lien-thong', machine)
    .replace('cd /var/lib/lien-thong', '')
    .replace(/^exec .*$/m, 'echo "$DATABASE_URL"')
  const asWhom = (word: string) => execFileSync('sh', ['-c', command, 'lien-thong', word], { encoding: 'utf8' }).trim()
  for (const word of ['migrate', 'backup', 'restore', 'restore-drill', 'parts'])
    expect(asWhom(word), word).toBe('owner')
  for (const word of ['audit', 'config', 'secrets', 'sign-out', 'size']) expect(asWhom(word), word).toBe('web')
  removeTestDirectory(machine)
})
