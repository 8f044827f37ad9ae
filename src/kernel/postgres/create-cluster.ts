import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { halfMade, own } from './data-directory.ts'
import { serverEnvironment, type ServerUser } from './server-user.ts'

/** The superuser and the database of the platform. */
export const databaseName = 'lien_thong'

/** Makes the cluster (about 1 s) unless it is there; `lasting: false` spares the flush to disk. */
export function createCluster(cluster: { place: string; initdb: string; user: ServerUser; lasting: boolean }): string {
  const { place, user } = cluster
  const path = join(place, 'cluster')
  if (existsSync(path)) {
    adoptFiles(path, user)
    return path
  }
  const half = halfMade(place, 'cluster')
  mkdirSync(half)
  own(half, user, 0o700)
  const parameters = [
    '-D',
    half,
    '-U',
    databaseName,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
  ]
  parameters.push('--data-checksums', '--auth-local=trust', '--auth-host=reject')
  if (!cluster.lasting) parameters.push('--no-sync')
  const options = { ...user, cwd: half, env: serverEnvironment, encoding: 'utf8' } as const
  const { status, error, stderr } = spawnSync(cluster.initdb, parameters, options)
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr.trim()}`)
  rename(half, path)
  return path
}

function rename(half: string, path: string): void {
  try {
    renameSync(half, path)
  } catch (error) {
    // Another process was faster: its cluster is as good.
    if (!existsSync(path)) throw error
    rmSync(half, { recursive: true })
  }
  const parent = openSync(join(path, '..'), 'r')
  fsyncSync(parent)
  closeSync(parent)
}

/** Data that root restored from a backup belongs to root; the server insists on owning it. */
export function adoptFiles(path: string, { uid, gid }: ServerUser): void {
  if (uid === undefined || statSync(path).uid === uid) return
  const { status, stderr } = spawnSync('chown', ['-R', `${uid}:${gid}`, path], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`cannot give ${path} to the account ${uid}: ${stderr}`)
}
