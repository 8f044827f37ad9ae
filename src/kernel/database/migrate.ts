import pg from 'pg'
import type { Log } from '../log.ts'
import { applyMigration } from './apply-migration.ts'
import { workingRole } from './connect.ts'
import { readMigrations, type MigrationSource } from './migration-files.ts'

/** Serialises migrating processes; any constant of our own will do. */
const lockKey = 7_240_001

/**
 * Brings the schema up to date, forward only: each file once, in the order of sources and names. A file whose text changed after it ran
 * is refused: schema history is never edited. What was cut off goes on where it stopped when it is called again.
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
      const before = done.get(migration.name)
      if (before === migration.digest) continue
      if (before !== undefined) throw new Error(`migration ${migration.name} was changed after it ran; write a new one`)
      await applyMigration(client, migration, log)
      applied.push(migration.name)
      log?.info({ migration: migration.name }, 'migrated')
    }
    return applied
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
    alter table kernel.migration add column if not exists is_contract boolean not null default false;
    create table if not exists kernel.migration_begun (
      name text primary key,
      digest text not null,
      steps_done integer not null default 0
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
