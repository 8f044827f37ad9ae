import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Log } from '../log.ts'
import { workingRole } from './connect.ts'

export interface MigrationSource {
  /** The schema's name: `kernel` or an engine. */
  readonly name: string
  readonly directory: URL
}

interface Migration {
  readonly source: string
  readonly file: string
  readonly text: string
  readonly digest: string
}

/** Serialises migrating processes; any constant of our own will do. */
const lockKey = 7_240_001

/**
 * Brings the schema up to date, forward only: each file once, in its own transaction, in the order of sources and names.
 * A file whose text changed after it ran is refused: schema history is never edited. `lock_timeout` keeps a busy table from
 * stopping everyone; the next start tries again.
 */
export async function migrate(url: string, sources: readonly MigrationSource[], log?: Log): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'lien-thong migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await prepare(client)
    const done = await readDone(client)
    const applied: string[] = []
    for (const migration of await readMigrations(sources)) {
      const name = `${migration.source}/${migration.file}`
      const before = done.get(name)
      if (before === migration.digest) continue
      if (before !== undefined) throw new Error(`migration ${name} was changed after it ran; write a new one`)
      await apply(client, migration)
      applied.push(name)
      log?.info({ migration: name }, 'migrated')
    }
    return applied
  } finally {
    await client.end()
  }
}

/** The names of migrations that the code has and the database does not; empty = the schema fits the code. */
export async function pendingMigrations(url: string, sources: readonly MigrationSource[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const known = await client.query<{ present: boolean }>(
      `select to_regclass('kernel.migration') is not null as present`,
    )
    const done = known.rows[0]?.present ? await readDone(client) : new Map<string, string>()
    const all = await readMigrations(sources)
    return all.map((one) => `${one.source}/${one.file}`).filter((name) => !done.has(name))
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client) {
  await client.query(`
    create schema if not exists kernel;
    create table if not exists kernel.migration (
      name text primary key,
      digest text not null,
      applied_at timestamptz not null default now()
    );
    do $$ begin
      if not exists (select from pg_roles where rolname = '${workingRole}') then
        create role ${workingRole} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$;
    do $$ begin execute format('grant ${workingRole} to %I', current_user); end $$;
    grant usage on schema kernel to ${workingRole};
    grant select on kernel.migration to ${workingRole};
  `)
}

async function readDone(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from kernel.migration')
  return new Map(rows.map((row) => [row.name, row.digest]))
}

async function readMigrations(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const found: Migration[] = []
  for (const source of sources) {
    const files = (await readdir(source.directory)).filter((file) => file.endsWith('.sql')).sort()
    for (const file of files) {
      const text = await readFile(new URL(file, source.directory), 'utf8')
      found.push({ source: source.name, file, text, digest: createHash('sha256').update(text).digest('hex') })
    }
  }
  return found
}

async function apply(client: pg.Client, migration: Migration) {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = '2s'`)
    await client.query(migration.text)
    await client.query('insert into kernel.migration (name, digest) values ($1, $2)', [
      `${migration.source}/${migration.file}`,
      migration.digest,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${migration.source}/${migration.file} failed: ${(cause as Error).message}`, { cause })
  }
}
