import type { ServerBuild } from 'react-router'

type Routes = Readonly<Record<string, { readonly path?: string | undefined; readonly parentId?: string | undefined }>>

/**
 * The part of a build with every route that a path beginning with some word can lead to; layouts, and the front page, which each page's own
 * list of routes names, belong to all. React Router walks over all routes of its build for each request, and copies them for each page that it
 * draws. Answers the whole build for a path whose first word begins no route.
 */
export function buildByPath(build: ServerBuild): (path: string) => ServerBuild {
  const parts = new Map<string | undefined, ServerBuild>()
  for (const word of wordsOf(build.routes as Routes).values()) {
    if (word === undefined || parts.has(word)) continue
    const ids = routesOf(build.routes as Routes, word)
    const { routes, assets } = build
    parts.set(word, {
      ...build,
      routes: only(routes, ids),
      assets: { ...assets, routes: only(assets.routes, ids) },
    })
  }
  return (path) => parts.get(firstWord(path)) ?? build
}

/** The ids of the routes that paths beginning with this word can lead to. */
export const routesOf = (routes: Routes, word: string): Set<string> =>
  new Set([...wordsOf(routes)].filter(([, one]) => one === undefined || one === '' || one === word).map(([id]) => id))

/** As the router reads it: in any case, and without the ending of a page's data. */
export const firstWord = (path: string): string => (path.replace(/\.data$/, '').split('/')[1] ?? '').toLowerCase()

/** By route: the first word of its paths; empty of a layout and the front page, undefined where it is a parameter. */
function wordsOf(routes: Routes): Map<string, string | undefined> {
  const pathOf = (id: string): string => {
    const { path = '', parentId } = routes[id] ?? {}
    return parentId === undefined ? path : `${pathOf(parentId)}/${path}`
  }
  return new Map(
    Object.keys(routes).map((id) => {
      const word = pathOf(id).split('/').find(Boolean) ?? ''
      return [id, /[:*?]/.test(word) ? undefined : word.toLowerCase()]
    }),
  )
}

const only = <Value>(all: Readonly<Record<string, Value>>, ids: ReadonlySet<string>): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
