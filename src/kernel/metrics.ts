import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  operation(name: string, outcome: string, seconds: number): void
  request(method: string, status: number, seconds: number): void
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
  return {
    registry,
    operation: (operation, outcome, seconds) => operations.observe({ operation, outcome }, seconds),
    request(method, status, seconds) {
      requests.observe({ method, status: String(status) }, seconds)
      if (status >= 500) errors.inc()
    },
  }
}
