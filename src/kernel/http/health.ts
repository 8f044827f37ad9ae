import { Hono } from 'hono'
import type { Registry } from 'prom-client'

export interface HealthParts {
  /** Answers what is not ready, by name; empty = ready. */
  readonly check: () => Promise<string[]>
  readonly registry: Registry
}

/** `/livez`: the process runs. `/readyz`: it can work. Neither tells secrets. */
export function healthRoutes(parts: HealthParts): Hono {
  return new Hono()
    .get('/livez', (c) => c.json({ status: 'alive' }))
    .get('/readyz', async (c) => {
      const missing = await parts.check()
      return missing.length === 0 ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', missing }, 503)
    })
}

/** The administration port: `/metrics` for Prometheus; `/readyz` there also names what someone has to look at. */
export const metricsRoutes = (parts: HealthParts): Hono =>
  healthRoutes(parts).get('/metrics', async (c) => {
    c.header('Content-Type', parts.registry.contentType)
    return c.body(await parts.registry.metrics())
  })
