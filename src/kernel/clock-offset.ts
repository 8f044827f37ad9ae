import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

export interface ClockOffset {
  readonly source: string
  /** How far ahead of the source this machine is; negative = behind. */
  readonly seconds: number
}

/** Written by systemd-timesyncd when it has set the clock. */
const timesyncMark = '/run/systemd/timesync/synchronized'

/** How far this machine is from its time source, as its keeper says; undefined where nobody keeps it. */
export async function readClockOffset(): Promise<ClockOffset | undefined> {
  const said = await promisify(execFile)('chronyc', ['-c', 'tracking'], { timeout: 2000 }).catch(() => undefined)
  const offset = said && offsetOf(said.stdout)
  if (offset !== undefined) return offset
  return existsSync(timesyncMark) ? { source: 'systemd-timesyncd', seconds: 0 } : undefined
}

/** From the line of `chronyc -c tracking`: reference, its name, stratum, time, how far the clock is ahead …; undefined while it follows nothing. */
export function offsetOf(line: string): ClockOffset | undefined {
  const [reference, source = '', stratum, , seconds] = line.trim().split(',')
  const isFollowing = reference !== '7F7F0101' && Number(stratum) > 0
  return isFollowing && seconds !== undefined ? { source, seconds: Number(seconds) } : undefined
}
