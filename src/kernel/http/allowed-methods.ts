import type { Contracts } from './describe-api.ts'
import { fitsPath, groupOf } from './operation-path.ts'

/** Answers by which methods a path below `/api` may be called; none where there is no such path. */
export function allowedMethods(contracts: Contracts): (path: string) => string[] {
  const routes = Object.values(contracts)
    .flatMap((operations) => Object.values(operations))
    .map((operation) => operation['~orpc'].route)
    .map(({ method = 'GET', path = '/' }) => ({
      methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
      group: groupOf(`/api${path}`),
      path: fitsPath(path),
    }))
  const groups = Map.groupBy(routes, ({ group }) => group)
  return (path) => {
    const alike = groups.get(groupOf(path)) ?? []
    return [...new Set(alike.filter((one) => one.path.test(path)).flatMap(({ methods }) => methods))]
  }
}
