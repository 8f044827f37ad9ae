import { execFile } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Installation } from './installation.ts'

/** pgbench of this machine; it belongs to PostgreSQL's own packages, not to those of npm. */
export const findPgbench = (): string | undefined =>
  ['/usr/bin/pgbench', ...globSync('/usr/lib/postgresql/*/bin/pgbench')].find((path) => existsSync(path))

export const noPgbench = 'pgbench is not on this machine; apt-get install postgresql-contrib brings it'

/** One-row inserts a second, prepared, each its own durable transaction, on the server of the installation. */
export async function insertsPerSecond(
  pgbench: string,
  { databaseUrl }: Installation,
  clients: number,
  seconds: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-pgbench-'))
  try {
    const script = join(folder, 'insert.sql')
    writeFileSync(
      script,
      `\\set n random(1, 1000000)\ninsert into public.bench_row (n, note) values (:n, 'one row, one fsync');\n`,
    )
    const url = new URL(databaseUrl)
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      String(Math.min(clients, 2)),
      '-T',
      String(seconds),
      '-f',
      script,
    ]
    const server = [
      '-h',
      url.searchParams.get('host') as string,
      '-p',
      url.port || '5432',
      '-U',
      url.username,
      url.pathname.slice(1),
    ]
    const { stdout } = await promisify(execFile)(pgbench, [...args, ...server])
    const tps = /^tps = ([\d.]+)/m.exec(stdout)?.[1]
    if (tps === undefined) throw new Error(`pgbench said:\n${stdout}`)
    return Number(tps)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const insertTable =
  'create table if not exists public.bench_row (id bigint generated always as identity primary key, n integer not null, note text not null)'
