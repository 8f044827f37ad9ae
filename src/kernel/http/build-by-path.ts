import type { ServerBuild } from 'react-router'

/**
 * The part of a build with every route that a path beginning with some word can lead to; layouts, and the front page, which each page's own
 * list of routes names, belong to all. React Router walks over all routes of its build for each request, and copies them for each page that it
 * draws. Answers the whole build for a path whose first word begins no route.
 */
export function buildByPath(build: ServerBuild): (path: string) => ServerBuild {
  const words = new Map(Object.keys(build.routes).map((id) => [id, wordOf(pathOf(build.routes, id))]))
  const parts = new Map<string, ServerBuild>()
  for (const word of new Set(words.values())) {
    if (word === undefined) continue
    const belongs = (id: string) => [undefined, '', word].includes(words.get(id))
    const { routes, assets } = build
    parts.set(word, {
      ...build,
      routes: only(routes, belongs),
      assets: { ...assets, routes: only(assets.routes, belongs) },
    })
  }
  return (path) => parts.get(firstWord(path)) ?? build
}

/** As the router reads it: in any case, and without the ending of a page's data. */
const firstWord = (path: string): string => (path.replace(/\.data$/, '').split('/')[1] ?? '').toLowerCase()

/** The first word of a route's paths; empty of a layout and the front page, undefined where it is a parameter. */
function wordOf(path: string): string | undefined {
  const word = path.split('/').find(Boolean) ?? ''
  return /[:*?]/.test(word) ? undefined : word.toLowerCase()
}

function pathOf(routes: ServerBuild['routes'], id: string): string {
  const { path = '', parentId } = routes[id] ?? {}
  return parentId === undefined ? path : `${pathOf(routes, parentId)}/${path}`
}

const only = <Value>(all: Readonly<Record<string, Value>>, belongs: (id: string) => boolean): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => belongs(id)))
