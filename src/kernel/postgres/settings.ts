import { randomUUID } from 'node:crypto'
import { chownSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerUser } from './server-user.ts'

/** Operators tune with `ALTER SYSTEM`, which wins over this file; the socket and who may enter are not theirs to change. */
const settings = `# Written at every start. Tune with ALTER SYSTEM instead.
max_connections = 100
shared_buffers = 128MB
max_wal_size = 2GB
min_wal_size = 80MB
max_slot_wal_keep_size = 8GB
checkpoint_timeout = 15min
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_min_error_statement = panic
`

/**
 * Run once. The DETAIL of an error carries values of rows, and personal data does not belong into a log; the errors of the
 * server itself, when it starts, keep theirs.
 */
export const keepRowsOutOfLog = 'alter role all set log_error_verbosity = terse'

const durable = `fsync = on
synchronous_commit = on
full_page_writes = on
`

const throwaway = `fsync = off
synchronous_commit = off
full_page_writes = off
`

/** Writes the configuration beside the data and returns the arguments that make `postgres` read it. */
export function writeSettings(directory: string, user: ServerUser, lasting: boolean): string[] {
  const settingsFile = write(directory, 'postgresql.conf', settings + (lasting ? durable : throwaway), user)
  const accessFile = write(directory, 'pg_hba.conf', 'local all all trust\nlocal replication all trust\n', user)
  return ['-c', `config_file=${settingsFile}`, '-c', `hba_file=${accessFile}`]
}

function write(directory: string, name: string, text: string, { uid, gid }: ServerUser): string {
  const path = join(directory, name)
  const fresh = `${path}-${randomUUID()}`
  // Never through what lies there: root would follow a link that the account of the server may have placed.
  writeFileSync(fresh, text, { flag: 'wx', mode: 0o600 })
  if (uid !== undefined && gid !== undefined) chownSync(fresh, uid, gid)
  renameSync(fresh, path)
  return path
}
