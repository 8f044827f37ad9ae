import { showSize } from '#values/show-size.ts'
import { gravityOfDisk } from '../platform-state.ts'
import { day, showMoment, those, type Found } from './found.ts'
import type { Readings } from './read-readings.ts'

/** The machine that looked: disk, clock, certificate, memory, how late it is. */
export const judgeMachine = (now: Date, readings: Readings): Found[] => [
  ...judgeDisk(readings),
  ...judgeCertificate(now, readings),
  ...judgeClock(readings),
  ...judgeLoad(readings),
]

function judgeCertificate(now: Date, { certificate }: Readings): Found[] {
  if (certificate === undefined) return []
  const { host, until, distrust, unseen } = certificate
  if (until === undefined)
    return [{ code: 'certificate-unseen', gravity: 'soon', facts: { host, reason: unseen ?? '–' } }]
  const days = Math.floor((until.getTime() - now.getTime()) / day)
  return those(
    distrust !== undefined && { code: 'certificate-wrong', gravity: 'now', facts: { host, reason: distrust } },
    days <= 30 && {
      code: 'certificate-ends',
      gravity: days <= 2 ? 'now' : days <= 14 ? 'today' : 'soon',
      facts: { host, until: showMoment(until), days: Math.max(0, days) },
    },
  )
}

/** Above two seconds nothing may be signed or time-stamped any more. */
const wrongSeconds = 2

function judgeClock({ clock, isClockKept, machine }: Readings): Found[] {
  const off = Math.abs(clock.seconds)
  if (off > 0.5) {
    const facts = { machine, seconds: off.toFixed(1), source: clock.source }
    return [{ code: 'clock-off', gravity: off > wrongSeconds ? 'now' : 'soon', facts, isLocal: true }]
  }
  return isClockKept ? [] : [{ code: 'clock-unknown', gravity: 'soon', facts: { machine }, isLocal: true }]
}

function judgeLoad({ load: { heapBytes, heapLimit, lateMs }, machine }: Readings): Found[] {
  const share = heapBytes / heapLimit
  const facts = { machine, used: showSize(heapBytes), most: showSize(heapLimit) }
  return those(
    share > 0.85 && { code: 'memory-high', gravity: share > 0.95 ? 'now' : 'today', facts, isLocal: true },
    lateMs > 200 && {
      code: 'process-late',
      gravity: lateMs > 1000 ? 'now' : 'today',
      facts: { machine, milliseconds: lateMs },
      isLocal: true,
    },
  )
}

/** The disk, its room now and where that leads. */
function judgeDisk({ state: { disk }, daysUntilFull, machine }: Readings): Found[] {
  if (disk === null) return []
  const { freeBytes, totalBytes } = disk
  const gravity = gravityOfDisk(freeBytes, totalBytes)
  if (gravity !== undefined) {
    const share = Math.round((1 - freeBytes / totalBytes) * 100)
    const facts = { free: showSize(freeBytes), total: showSize(totalBytes), share, machine }
    return [{ code: 'disk-full', gravity, facts, isLocal: true }]
  }
  if (daysUntilFull === undefined || daysUntilFull > 30) return []
  const days = Math.max(1, Math.floor(daysUntilFull))
  return [{ code: 'disk-filling', gravity: days <= 7 ? 'today' : 'soon', facts: { days, machine }, isLocal: true }]
}
