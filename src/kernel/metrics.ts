import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  operation(name: string, outcome: string, seconds: number): void
  request(method: string, status: number, seconds: number): void
  /** A request was let in to work on, after it waited so long. */
  admitted(urgency: string, seconds: number): void
  /** One was turned away. */
  shed(urgency: string, reason: string): void
  /** A figure that is read when somebody asks; what cannot be read then is left out. */
  watch(figure: WatchedFigure): void
}

export interface WatchedFigure {
  readonly name: string
  readonly help: string
  readonly labelNames: readonly string[]
  readonly read: () => Promise<readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]>
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Counters of this process; names follow Prometheus conventions (seconds, totals). */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const operations = new Histogram({
    name: 'lienthong_operation_seconds',
    help: 'Duration of operations by outcome (done or the problem code)',
    labelNames: ['operation', 'outcome'],
    buckets,
    registers: [registry],
  })
  const requests = new Histogram({
    name: 'lienthong_http_request_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'status'],
    buckets,
    registers: [registry],
  })
  const errors = new Counter({
    name: 'lienthong_http_server_errors_total',
    help: 'Answers with status 500 and above',
    registers: [registry],
  })
  const waits = new Histogram({
    name: 'lienthong_admission_wait_seconds',
    help: 'How long admitted requests waited for a place',
    labelNames: ['urgency'],
    buckets,
    registers: [registry],
  })
  const sheds = new Counter({
    name: 'lienthong_shed_total',
    help: 'Requests that were turned away, and why (overload, own, event-loop)',
    labelNames: ['urgency', 'reason'],
    registers: [registry],
  })
  return {
    registry,
    admitted: (urgency, seconds) => waits.observe({ urgency }, seconds),
    shed: (urgency, reason) => sheds.inc({ urgency, reason }),
    operation: (operation, outcome, seconds) => operations.observe({ operation, outcome }, seconds),
    request(method, status, seconds) {
      requests.observe({ method, status: String(status) }, seconds)
      if (status >= 500) errors.inc()
    },
    watch: ({ name, help, labelNames, read }) =>
      void new Gauge({
        name,
        help,
        labelNames: [...labelNames],
        registers: [registry],
        async collect() {
          this.reset()
          for (const { labels, value } of await read().catch(() => [])) this.set(labels, value)
        },
      }),
  }
}
