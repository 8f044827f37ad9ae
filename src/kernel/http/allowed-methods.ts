import type { Contracts } from './describe-api.ts'

/** Answers by which methods a path below `/api` may be called; none where there is no such path. */
export function allowedMethods(contracts: Contracts): (path: string) => string[] {
  const routes = Object.values(contracts)
    .flatMap((operations) => Object.values(operations))
    .map((operation) => operation['~orpc'].route)
    .map(({ method = 'GET', path = '/' }) => ({
      methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
      path: new RegExp(`^/api${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    }))
  return (path) => [...new Set(routes.filter((one) => one.path.test(path)).flatMap(({ methods }) => methods))]
}
