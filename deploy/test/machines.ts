import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'

const execute = promisify(execFile)
const repository = join(import.meta.dirname, '..', '..')

/** A Debian 12 that was booted with systemd, on a disk of its own; the working copy is its release and cannot be written. */
export interface Machine {
  readonly name: string
  readonly address: string
  /** What a command of it says on standard output; throws when it fails. */
  run(command: string, environment?: Record<string, string>): Promise<string>
  /** Every process of it stands still and knows nothing of it, as when a hypervisor stops it; its network still takes what comes. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  /** As by a power cut: every process of it is gone at once. */
  cutPower(): Promise<void>
  boot(): Promise<void>
  remove(): Promise<void>
}

/** Boots a machine; in the network of the test under this address. */
export async function bootMachine(name: string, address: string): Promise<Machine> {
  const directory = makeTestDirectory(`machine-${name}`)
  const [upper, work, root] = ['upper', 'work', 'root'].map((part) => join(directory, part)) as [string, string, string]
  for (const part of [upper, work, root]) mkdirSync(part)
  const layers = `lowerdir=${inject('image')},upperdir=${upper},workdir=${work}`
  execFileSync('mount', ['-t', 'overlay', 'overlay', '-o', layers, root])
  let container: ReturnType<typeof spawn> | undefined
  let leader = 0

  const run = async (command: string, environment: Record<string, string> = {}) => {
    const variables = Object.entries(environment).map(([key, value]) => `${key}=${value}`)
    const where = [
      '-t',
      String(leader),
      '-m',
      '-p',
      '-n',
      '-i',
      '-u',
      '--',
      'env',
      '-i',
      'PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin',
    ]
    const said = await execute('nsenter', [...where, 'LANG=C.UTF-8', 'HOME=/root', ...variables, 'sh', '-c', command], {
      maxBuffer: 64 * 1024 * 1024,
    })
    return said.stdout
  }
  const cutPower = async () => {
    if (container === undefined) return
    process.kill(leader, 'SIGKILL')
    await once(container, 'exit')
    container = undefined
  }
  const machine: Machine = {
    name,
    address,
    run,
    cutPower,
    // To all in the machine but its first process, which does nothing for the others while they run.
    freeze: () => run('kill -STOP -1').then(() => {}),
    thaw: () => run('kill -CONT -1').then(() => {}),
    async boot() {
      const how = [
        '--register=no',
        '--keep-unit',
        '--quiet',
        '--resolv-conf=off',
        '--timezone=off',
        '--network-bridge=lt',
      ]
      container = spawn(
        'systemd-nspawn',
        [
          ...how,
          `--machine=${name}-${process.pid}`,
          `--bind-ro=${repository}:/opt/lien-thong/under-test`,
          '-D',
          root,
          '-b',
        ],
        { stdio: 'ignore' },
      )
      for (const until = Date.now() + 60_000; ;) {
        leader = Number(childOf(container.pid as number))
        const state = leader === 0 ? '' : await run('systemctl is-system-running || true').catch(() => '')
        if (/running|degraded/.test(state)) break
        if (Date.now() > until) throw new Error(`${name} does not boot: ${state}`)
        await pause(100)
      }
      await run(`ip address replace ${address}/24 dev host0; ip link set host0 up; ip link set lo up`)
    },
    async remove() {
      await cutPower()
      execFileSync('umount', [root])
      removeTestDirectory(directory)
    },
  }
  await machine.boot()
  return machine
}

function childOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0] as string
  } catch {
    return ''
  }
}
