import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort, type ServedPlatform } from '#commands/testing/served-platform.ts'

export interface Edge {
  readonly url: string
  stop(): Promise<void>
}

const deploy = join(import.meta.dirname, '..', 'deploy')
const host = '127.0.0.1'

/** HAProxy of this machine; it is a Debian package, not one of npm. */
export const findHaproxy = (): string | undefined =>
  ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy'].find((path) => existsSync(path))

/**
 * HAProxy as `deploy/` sets it up before one platform, on ports of this machine and on one core. `before` is put before the command.
 * https is by a certificate that signed itself; http leaves out TLS on the lines of those who ask, for whom it would be as much work.
 */
export async function openEdge(
  haproxy: string,
  served: Place['served'],
  before: readonly string[],
  scheme: Place['scheme'] = 'https',
): Promise<Edge> {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-edge-'))
  const [secure, plain] = [await findFreePort(), await findFreePort()]
  const certificate = join(folder, 'lien-thong.pem')
  await promisify(execFile)(join(deploy, 'make-certificate'), [host, certificate])
  const file = join(folder, 'haproxy.cfg')
  writeFileSync(
    file,
    configure(readFileSync(join(deploy, 'haproxy', 'haproxy.cfg'), 'utf8'), {
      secure,
      plain,
      certificate,
      served,
      scheme,
    }),
  )
  const [command, ...args] = [...before, haproxy, '-db', '-f', file]
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  // It finds the platform within two looks, half a second apart.
  await pause(2000)
  if (child.exitCode !== null) throw new Error(`haproxy ended: ${child.exitCode}`)
  return {
    url: `${scheme}://${host}:${secure}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Place {
  readonly secure: number
  readonly plain: number
  readonly certificate: string
  readonly served: Pick<ServedPlatform, 'url' | 'adminPort'>
  readonly scheme: 'https' | 'http'
}

/** The same rules elsewhere: as nobody in particular, without the log, and without the bound for one address, which all load here has. */
const configure = (config: string, { secure, plain, certificate, served, scheme }: Place): string =>
  config
    .replaceAll('@PUBLIC_HOST@', host)
    .replace('@APPLICATION_SERVERS@', `    server only ${new URL(served.url).host} port ${served.adminPort}`)
    .replace(
      /bind :443 ssl.*/,
      `bind ${host}:${secure}${scheme === 'https' ? ` ssl crt ${certificate} alpn h2,http/1.1` : ''}`,
    )
    .replace('bind :80', `bind ${host}:${plain}`)
    .replaceAll('/etc/haproxy/errors/', `${join(deploy, 'haproxy')}/`)
    .replace(/^global$/m, 'global\n    nbthread 1')
    .replace(/^ +(log|log-format|user|group|chroot|stats socket|errorfile|http-request return status 429) .*\n/gm, '')
    .replace(/^# Figures of the edge[^]*$/m, '')
