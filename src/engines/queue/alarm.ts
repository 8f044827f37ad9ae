import type { Words } from '#values/words.ts'
import { probableWait } from './probable-wait.ts'

/** One service as it stands now. */
export interface WaitingNow {
  readonly id: string
  readonly name: Words
  readonly waiting: number
  /** Minutes that the first in the queue has waited; null when nobody waits. */
  readonly longest: number | null
  readonly longestWaitMinutes: number
  readonly usualMinutes: number
}

/** One desk as it stands now. */
export interface DeskNow {
  readonly id: string
  readonly number: number
  readonly state: 'open' | 'paused' | 'closed'
  readonly officer: string | null
  readonly serviceIds: readonly string[]
  readonly serving: string | null
  /** Minutes that it has served this number. */
  readonly minutes: number | null
  readonly usualMinutes: number | null
}

export interface Alarm {
  readonly service: Words
  readonly serviceId: string
  readonly waiting: number
  readonly longest: number
  readonly threshold: number
  readonly cause: { readonly desk: number; readonly minutes: number; readonly code: string } | null
  readonly proposal: {
    readonly deskId: string
    readonly desk: number
    readonly officer: string | null
    readonly from: number | null
    readonly to: number
  } | null
}

/** A number held so many times as long as usual is a cause. */
const longHeld = 2

/** The one alarm that matters most: whose queue is farthest beyond its threshold, why, and which desk could take part. */
export function alarmOf(services: readonly WaitingNow[], desks: readonly DeskNow[]): Alarm | null {
  const late = services
    .filter(({ longest, longestWaitMinutes }) => longest !== null && longest > longestWaitMinutes)
    .toSorted((a, b) => beyond(b) - beyond(a))[0]
  if (late === undefined || late.longest === null) return null
  const serving = desks.filter(({ state, serviceIds }) => state === 'open' && serviceIds.includes(late.id))
  return {
    service: late.name,
    serviceId: late.id,
    waiting: late.waiting,
    longest: late.longest,
    threshold: late.longestWaitMinutes,
    cause: causeAmong(serving),
    proposal: proposalFor(late, services, desks),
  }
}

const beyond = ({ longest, longestWaitMinutes }: WaitingNow): number => (longest ?? 0) / longestWaitMinutes

function causeAmong(serving: readonly DeskNow[]): Alarm['cause'] {
  const held = serving
    .filter(
      ({ minutes, usualMinutes }) => minutes !== null && usualMinutes !== null && minutes > longHeld * usualMinutes,
    )
    .toSorted((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0))[0]
  return held?.serving == null || held.minutes === null
    ? null
    : { desk: held.number, minutes: Math.round(held.minutes), code: held.serving }
}

/** A desk where somebody sits who serves something else and for whom nobody waits: it takes nothing away from others. */
function proposalFor(late: WaitingNow, services: readonly WaitingNow[], desks: readonly DeskNow[]): Alarm['proposal'] {
  const waits = new Set(services.filter(({ waiting }) => waiting > 0).map(({ id }) => id))
  const free = desks.find(
    ({ state, serviceIds, serving }) =>
      state !== 'closed' &&
      serving === null &&
      !serviceIds.includes(late.id) &&
      !serviceIds.some((id) => waits.has(id)),
  )
  if (free === undefined) return null
  const open = desks.filter(({ state }) => state === 'open')
  const helped = [...open.filter(({ id }) => id !== free.id), { serviceIds: [...free.serviceIds, late.id] }]
  const waitWith = (those: readonly Pick<DeskNow, 'serviceIds'>[]) =>
    probableWait(
      late.id,
      services,
      those.map(({ serviceIds }) => serviceIds),
    )
  const to = waitWith(helped)
  if (to === undefined) return null
  return {
    deskId: free.id,
    desk: free.number,
    officer: free.officer,
    from: waitWith(open) ?? null,
    to,
  }
}
