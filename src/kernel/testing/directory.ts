import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostmaster, stopPostmaster } from '#kernel/postgres/postmaster.ts'

/** Makes an empty folder that the next test run removes, with a PostgreSQL in it, if this process dies before it does. */
export const makeTestDirectory = (name = ''): string =>
  mkdtempSync(join(tmpdir(), `lien-thong-test-${process.pid}-${name}`))

/** Removes the folders of test processes that have died, and stops their servers. */
export async function removeDeadDirectories(): Promise<void> {
  const account = process.getuid?.()
  for (const name of readdirSync(tmpdir())) {
    const maker = /^lien-thong-test-(\d+)-/.exec(name)?.[1]
    if (!maker || statSync(`/proc/${maker}`, { throwIfNoEntry: false })) continue
    const directory = join(tmpdir(), name)
    const owner = statSync(directory, { throwIfNoEntry: false })?.uid
    if (account !== 0 && owner !== account) continue
    // Fails when another run clears the same folder at this moment.
    await clear(directory).catch(() => {})
  }
}

async function clear(directory: string): Promise<void> {
  const cluster = join(realpathSync(directory), 'cluster')
  const postmaster = findPostmaster(cluster)
  if (postmaster) await stopPostmaster(cluster, postmaster.pid)
  removeTestDirectory(directory)
}

/** Removes such a folder, which may be a link: data goes elsewhere when TMPDIR is closed to the account of PostgreSQL. */
export function removeTestDirectory(directory: string): void {
  rmSync(realpathSync(directory), { recursive: true, force: true })
  rmSync(directory, { recursive: true, force: true })
}
