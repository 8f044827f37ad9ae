/** A service as it stands now: how many wait for it, and how long one is usually served. */
export interface Queue {
  readonly id: string
  readonly waiting: number
  readonly usualMinutes: number
}

/** The services of an open desk, by id. */
export type OpenDesk = readonly string[]

/** Of what floating numbers cannot say exactly nobody waits a minute longer. */
const exactness = 1e-9

/**
 * Minutes that somebody who is behind all of `queues` will probably wait for one of them; undefined while no desk is open for it.
 *
 * Whoever waits for a service does so at one of the desks that are open for it, evenly: the work before a desk is its part of each of its
 * services, since it calls in turn and not by service. Of desks that differ it is the one that is free first, so what is answered is the
 * harmonic mean of the work before the desks of the service. Where no desk serves two services that is `waiting × usualMinutes ÷ desks`.
 */
export function probableWait(
  serviceId: string,
  queues: readonly Queue[],
  desks: readonly OpenDesk[],
): number | undefined {
  const openFor = (id: string) => desks.filter((services) => services.includes(id)).length
  const part = new Map(queues.map(({ id, waiting, usualMinutes }) => [id, (waiting * usualMinutes) / openFor(id)]))
  const before = desks
    .filter((services) => services.includes(serviceId))
    .map((services) => services.reduce((sum, id) => sum + (part.get(id) ?? 0), 0))
  if (before.length === 0) return undefined
  const free = before.reduce((sum, minutes) => sum + 1 / minutes, 0)
  return Math.ceil(before.length / free - exactness) + 0
}
