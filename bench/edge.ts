import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort } from '#commands/testing/served-platform.ts'

export interface Edge {
  /** With TLS, by a certificate that it signed itself. */
  readonly url: string
  stop(): Promise<void>
}

const deploy = join(import.meta.dirname, '..', 'deploy')
const host = '127.0.0.1'

/** HAProxy of this machine; it is a Debian package, not one of npm. */
export const findHaproxy = (): string | undefined =>
  ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy'].find((path) => existsSync(path))

/** HAProxy as `deploy/` sets it up before one platform, on ports of this machine and on one core. `before` is put before the command. */
export async function openEdge(haproxy: string, platformUrl: string, before: readonly string[]): Promise<Edge> {
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
      platformUrl,
    }),
  )
  const [command, ...args] = [...before, haproxy, '-db', '-f', file]
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  // It finds the platform within two looks, half a second apart.
  await pause(2000)
  if (child.exitCode !== null) throw new Error(`haproxy ended: ${child.exitCode}`)
  return {
    url: `https://${host}:${secure}`,
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
  readonly platformUrl: string
}

/** The same rules elsewhere: as nobody in particular, without the log, and without the bound for one address, which all load here has. */
const configure = (config: string, { secure, plain, certificate, platformUrl }: Place): string =>
  config
    .replaceAll('@PUBLIC_HOST@', host)
    .replace('@APPLICATION_SERVERS@', `    server only ${new URL(platformUrl).host}`)
    .replace('bind :443 ssl crt /etc/haproxy/certificates/', `bind ${host}:${secure} ssl crt ${certificate}`)
    .replace('bind :80', `bind ${host}:${plain}`)
    .replace(/^global$/m, 'global\n    nbthread 1')
    .replace(/^ +(log|log-format|user|group|chroot|stats socket|errorfile|http-request return status 429) .*\n/gm, '')
    .replace(/^# Figures of the edge[^]*$/m, '')
