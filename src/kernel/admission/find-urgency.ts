import { urgencyOf, type Urgency } from '#values/urgency.ts'
import type { Contracts } from '../http/describe-api.ts'
import { fitsPath, groupOf } from '../http/operation-path.ts'
import { metaOf } from '../operations/run-operation.ts'

/** What a route beside the operations says of itself; the first that fits counts. */
export interface RouteUrgency {
  /** Absent = any. */
  readonly methods?: readonly string[]
  readonly path: RegExp
  readonly urgency: Urgency
  /** Its body streams in for long: it holds no place in front of the database meanwhile, but one among uploads. */
  readonly uploads?: boolean
  /** Waits for so long instead of what its urgency bears: another system has a longer breath than a person, and counts a refusal as our fault. */
  readonly patienceMs?: number
}

export type FindUrgency = (method: string, path: string) => Pick<RouteUrgency, 'urgency' | 'uploads' | 'patienceMs'>

/** The urgency of a request: what its operation says, or its route. What nothing is known of is as urgent as a public page. */
export function findUrgency(contracts: Contracts, routes: readonly RouteUrgency[]): FindUrgency {
  const operations = new Map<string, { path: RegExp; urgency: Urgency }[]>()
  for (const operation of Object.values(contracts).flatMap((one) => Object.values(one))) {
    const { method = 'GET', path = '/' } = operation['~orpc'].route
    const key = keyOf(method, `/api${path}`)
    operations.set(key, [
      ...(operations.get(key) ?? []),
      { path: fitsPath(path), urgency: urgencyOf(metaOf(operation)) },
    ])
  }
  return (method, path) => {
    if (path.startsWith('/api/')) {
      const alike = operations.get(keyOf(method === 'HEAD' ? 'GET' : method, path)) ?? []
      // A path without parameters goes before one with them, as the router takes it.
      const exact = alike.filter((one) => one.path.test(path)).toSorted((a, b) => dashes(a.path) - dashes(b.path))
      return { urgency: exact[0]?.urgency ?? 'public' }
    }
    // A hydrated page fetches its data at an address of its own.
    const page = path.replace(/\.data$/, '')
    return routes.find((one) => (one.methods?.includes(method) ?? true) && one.path.test(page)) ?? { urgency: 'public' }
  }
}

const keyOf = (method: string, path: string): string => `${method} ${groupOf(path)}`

const dashes = ({ source }: RegExp): number => source.split('[^').length
