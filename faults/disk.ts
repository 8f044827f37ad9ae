import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statfsSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A real small disk of its own (ext4 in a file), mounted over a folder. Needs root. */
export interface Disk {
  /** Takes all that is free, to the last block. */
  fill(): void
  free(): void
  /**
   * The disk is gone under its file system: everything on it answers EIO, and what was not synced is lost, as when the power goes.
   * (ext4 has this for tests: EXT4_IOC_SHUTDOWN without flushing its journal.)
   */
  fail(): void
  /** Mounts it again, when nobody holds it open any more; its journal says what was there. */
  mend(): Promise<void>
  /** Takes it away, when nobody holds it open any more, and leaves the empty folder below; the answer brings it back. */
  takeAway(): Promise<() => void>
  remove(): Promise<void>
}

const shutDown = 'sysopen(F, $ARGV[0], 0) or die $!; my $flag = pack("L", 2); ioctl(F, 0x8004587D, $flag) or die $!'

const call = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })

export function makeDisk(image: string, at: string, megabytes: number): Disk {
  writeFileSync(image, '')
  truncateSync(image, megabytes * 1_048_576)
  call('mkfs.ext4', '-q', '-m', '0', image)
  mkdirSync(at, { recursive: true })
  const mount = () => void call('mount', '-o', 'loop', image, at)
  const unmount = async () => {
    for (let tries = 0; ; tries += 1) {
      try {
        return void call('umount', at)
      } catch (error) {
        if (tries === 200) throw error
        await pause(50)
      }
    }
  }
  mount()
  // What would be taken for content of ours.
  rmSync(join(at, 'lost+found'), { recursive: true })
  const filler = join(at, 'filler')
  return {
    fill() {
      const { bavail, bsize } = statfsSync(at)
      // Others write meanwhile, so there may be less than there was.
      for (let left = bavail * bsize; left > 1_000_000; left = Math.floor(left * 0.9))
        try {
          call('fallocate', '-l', String(left), filler)
          break
        } catch {
          // Too much by now.
        }
      const file = openSync(filler, 'a')
      try {
        for (const size of [65_536, 4096, 512]) fillBy(file, Buffer.alloc(size))
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
    fail: () => void call('perl', '-e', shutDown, at),
    async mend() {
      await unmount()
      mount()
    },
    async takeAway() {
      await unmount()
      return mount
    },
    async remove() {
      await unmount()
      rmSync(image, { force: true })
    },
  }
}

function fillBy(file: number, bytes: Buffer) {
  try {
    for (;;) writeSync(file, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
