/** How far ahead of others some are called, in minutes of waiting that count as if they had been waited. */
export interface HeadStarts {
  readonly priorityMinutes: number
  readonly appointmentMinutes: number
  /** So long after its time an appointment is kept; whoever comes later waits like everybody. */
  readonly lateMinutes: number
}

/** What decides about a place in the queue. */
export interface Arrival {
  readonly takenAt: Date
  readonly isPriority: boolean
  /** The time that was agreed on; absent without an appointment. */
  readonly appointmentAt?: Date | undefined
}

/** A place in the queue: called in the order of `turn`, those whose time has not come after all others. */
export interface Turn {
  readonly turn: Date
  readonly notBefore: Date | null
}

const minutesBefore = (at: Date, minutes: number): Date => new Date(at.getTime() - minutes * 60_000)

/**
 * The place of an arrival. Nobody starves: a place never moves, and whoever comes later by more than the longest head start comes after
 * it, whatever they are.
 */
export function turnOf({ takenAt, isPriority, appointmentAt }: Arrival, starts: HeadStarts): Turn {
  const usual = minutesBefore(takenAt, isPriority ? starts.priorityMinutes : 0)
  if (appointmentAt === undefined || takenAt > minutesBefore(appointmentAt, -starts.lateMinutes))
    return { turn: usual, notBefore: null }
  const agreed = minutesBefore(appointmentAt, starts.appointmentMinutes)
  // Whoever came long before their time has waited, too.
  return { turn: agreed < usual ? agreed : usual, notBefore: takenAt < appointmentAt ? appointmentAt : null }
}

/** The order in which tickets are called at an instant; the database sorts by the same. */
export const inTurn =
  (now: Date) =>
  (a: Turn & { readonly number: number }, b: Turn & { readonly number: number }): number =>
    Number(isEarly(a, now)) - Number(isEarly(b, now)) || a.turn.getTime() - b.turn.getTime() || a.number - b.number

const isEarly = ({ notBefore }: Turn, now: Date): boolean => notBefore !== null && notBefore > now
