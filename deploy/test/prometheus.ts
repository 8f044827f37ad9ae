import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from './machines.ts'

const textOf = (name: string) => readFileSync(join(import.meta.dirname, '..', 'prometheus', name), 'utf8')

/** Figures by which alerts of these groups are judged. Of the clock a container is told nothing. */
export function figuresOf(...groups: string[]): string[] {
  const parts = textOf('rules.yml').split(/^ {2}- name: /m)
  const rules = parts.filter((part) => groups.includes(part.slice(0, part.indexOf('\n')))).join('\n')
  const named = rules.matchAll(/\b(?:haproxy|lienthong|nodejs|process|node(?!_timex)|patroni|etcd)_\w+/g)
  return [...new Set([...named].map(([name]) => name))]
}

/** What the panels of the dashboard ask. */
export const panelQueries = (): string[] =>
  [...textOf('dashboard.json').matchAll(/"expr": *("(?:[^"\\]|\\.)*")/g)].map(
    ([, text]) => JSON.parse(text as string) as string,
  )

/** What Prometheus of a machine answers to a query; one that it does not understand throws. */
export async function askPrometheus(machine: Machine, query: string): Promise<readonly unknown[]> {
  const quoted = `query=${query}`.replaceAll("'", `'\\''`)
  const said = await machine.run(`curl -sf -G --data-urlencode '${quoted}' http://127.0.0.1:9090/api/v1/query`)
  return (JSON.parse(said) as { data: { result: unknown[] } }).data.result
}

/** Those figures of which it knows nothing. */
export async function findUnknown(machine: Machine, figures: readonly string[]): Promise<string[]> {
  const unknown: string[] = []
  for (const name of figures) if ((await askPrometheus(machine, name)).length === 0) unknown.push(name)
  return unknown
}

/** Alerts that are given now. */
export async function alertsOf(machine: Machine): Promise<string[]> {
  const given = await askPrometheus(machine, 'ALERTS{alertstate="firing"}')
  return (given as { metric: { alertname: string } }[]).map(({ metric }) => metric.alertname)
}
