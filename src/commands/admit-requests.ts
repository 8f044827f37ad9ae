import { createAdmission, type Admission } from '#kernel/admission/admission.ts'
import { findUrgency } from '#kernel/admission/find-urgency.ts'
import { leastServedAt, watchLoop } from '#kernel/admission/loop-delay.ts'
import type { Config } from '#kernel/config.ts'
import type { Api } from '#kernel/http/api.ts'
import type { KeptPages } from '#kernel/http/kept-pages.ts'
import type { Metrics, WatchedFigure } from '#kernel/metrics.ts'
import { listBreakers } from '#kernel/outside/breakers.ts'
import { routeUrgency } from './route-urgency.ts'

interface Given {
  readonly config: Config
  readonly api: Api
  readonly metrics: Metrics
  readonly keptPages: KeptPages
  /** How late the event loop is, if it is not measured. */
  readonly loopDelayMs: (() => number) | undefined
}

/** What lets requests in, with the urgency of everything that this platform serves, measured and guarded. */
export function admitRequests({ config, api, metrics, keptPages, loopDelayMs }: Given) {
  const loop = loopDelayMs === undefined ? watchLoop() : { delayMs: loopDelayMs, stop: () => {} }
  const urgencyAt = findUrgency(api.contract, routeUrgency)
  const admission = createAdmission({
    places: config.requestsAtOnce,
    findUrgency: urgencyAt,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    leastServed: () => leastServedAt(loop.delayMs()),
    onAdmitted: metrics.admitted,
    onShed: metrics.shed,
    instead: (request) => keptPages.find(request, 'busy'),
  })
  metrics.watch(admissionFigure(admission))
  metrics.watch({
    name: 'lienthong_event_loop_delay_seconds',
    help: 'How late the event loop was in the last quarter of a second',
    labelNames: [],
    read: () => Promise.resolve([{ labels: {}, value: loop.delayMs() / 1000 }]),
  })
  const states = ['closed', 'half-open', 'open']
  metrics.watch({
    name: 'lienthong_outside_state',
    help: 'Whether whoever is outside is asked: 0 yes, 1 one trial, 2 left alone',
    labelNames: ['name'],
    read: () =>
      Promise.resolve(listBreakers().map(({ name, state }) => ({ labels: { name }, value: states.indexOf(state()) }))),
  })
  return {
    admission,
    isPublic: (path: string) => urgencyAt('GET', path).urgency === 'public',
    stop: () => loop.stop(),
  }
}

const admissionFigure = ({ gates }: Admission): WatchedFigure => ({
  name: 'lienthong_admission_requests',
  help: 'Requests that are worked on and that wait, now',
  labelNames: ['gate', 'state'],
  read: () =>
    Promise.resolve(
      Object.entries(gates).flatMap(([gate, one]) =>
        Object.entries(one.count()).map(([state, value]) => ({ labels: { gate, state }, value })),
      ),
    ),
})
