import { finding, type Finding } from './finding.ts'
import type { Process } from './declare.ts'
import type { ProcessGraph } from './process-graph.ts'

/** Where steps lead: no circle, every step reached from the start, an end reached from every step. */
export function checkWays(process: Process, graph: ProcessGraph): Finding[] {
  const reached = graph.get(process.start)?.leadsTo
  const ends = [...graph.values()].filter(({ ways }) => ways.length === 0).map(({ id }) => id)
  return [...graph.values()].flatMap(({ id, leadsTo }) => {
    const path = `steps.${id}.next`
    if (leadsTo.has(id)) {
      const way = circle(graph, id).join(' → ')
      return [
        finding(path, `đi vòng: ${way}; muốn làm lại thì dùng back`, `goes round: ${way}; to do a step again use back`),
      ]
    }
    const found: Finding[] = []
    if (id !== process.start && !reached?.has(id)) {
      found.push(finding(`steps.${id}`, 'không bước nào dẫn tới bước này', 'no way from the start leads here'))
    }
    if (!ends.includes(id) && !ends.some((end) => leadsTo.has(end))) {
      found.push(finding(path, 'từ đây không tới được chỗ kết thúc', 'no end can be reached from here'))
    }
    return found
  })
}

function circle(graph: ProcessGraph, id: string): string[] {
  const way = [id]
  for (let at = graph.get(id); at !== undefined;) {
    const next = at.ways
      .flatMap(({ to }) => to)
      .find((to) => to === id || (!way.includes(to) && graph.get(to)?.leadsTo.has(id)))
    if (next === undefined) break
    way.push(next)
    at = next === id ? undefined : graph.get(next)
  }
  return way
}
