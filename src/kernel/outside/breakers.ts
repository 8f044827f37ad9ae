import { createBreaker, type Breaker } from './breaker.ts'

/** Push services are named by browsers: the list of whom we ask must not grow with what strangers send. */
const mostKept = 200

const kept = new Map<string, Breaker>()

/** The breaker of whoever answers at an address, one for all of this process: `https://host:port`. */
export function breakerOf(address: string | URL): Breaker {
  const { protocol, host, pathname } = new URL(address)
  // A socket of this machine has a path only.
  const name = `${protocol}//${host || pathname}`
  const known = kept.get(name)
  kept.delete(name)
  const breaker = known ?? createBreaker(name)
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string)
  kept.set(name, breaker)
  return breaker
}

export const listBreakers = (): readonly Breaker[] => [...kept.values()]
