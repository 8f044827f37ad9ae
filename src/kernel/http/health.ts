import { Hono, type Context } from 'hono'
import type { Registry } from 'prom-client'

/** Answers what is not ready, by name; empty = ready. */
type Check = () => Promise<string[]>

/** `/livez`: the process runs. `/readyz`: it can work. Neither tells secrets. */
export const healthRoutes = (check: Check): Hono =>
  new Hono().get('/livez', tellAlive).get('/readyz', async (c) => tellReadiness(c, await check()))

export interface AdministrationParts {
  readonly check: Check
  /** What someone has to look at, by name, though requests can be taken. */
  readonly findAlarms: Check
  readonly registry: Registry
}

/**
 * The administration port: `/metrics` for Prometheus; `/readyz` there also names what someone has to look at, unless it is asked
 * `?of=process`. That is how a balancer asks: at the port of the requests its new line would wait behind every other new one, of which
 * Node takes one at each turn of its loop, and a process that has much to do would pass for a dead one.
 */
export function administrationRoutes({ check, findAlarms, registry }: AdministrationParts): Hono {
  const checkAll = async () => {
    const missing = await check()
    return missing.length > 0 ? missing : findAlarms()
  }
  return new Hono()
    .get('/livez', tellAlive)
    .get('/readyz', async (c) => tellReadiness(c, await (c.req.query('of') === 'process' ? check() : checkAll())))
    .get('/metrics', async (c) => {
      c.header('Content-Type', registry.contentType)
      return c.body(await registry.metrics())
    })
}

const tellAlive = (c: Context) => c.json({ status: 'alive' })

const tellReadiness = (c: Context, missing: readonly string[]) =>
  missing.length === 0 ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', missing }, 503)
