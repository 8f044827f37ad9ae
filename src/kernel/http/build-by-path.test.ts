import type { RouteConfigEntry } from '@react-router/dev/routes'
import { matchRoutes, type RouteObject, type ServerBuild } from 'react-router'
import { expect, test } from 'vitest'
import routes from '../../routes.ts'
import { buildByPath } from './build-by-path.ts'

type Flat = Record<string, { id: string; path?: string | undefined; index?: boolean | undefined; parentId?: string }>

/** As the build lists them. */
function flatten(entries: readonly RouteConfigEntry[], parentId?: string): Flat {
  const flat: Flat = {}
  for (const { id, file, path, index, children = [] } of entries) {
    const name = id ?? file
    flat[name] = { id: name, path, index, ...(parentId !== undefined && { parentId }) }
    Object.assign(flat, flatten(children, name))
  }
  return flat
}

/** As the router nests them. */
const nest = (flat: Flat, parentId?: string): RouteObject[] =>
  Object.values(flat)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => {
      const named = { id, ...(path !== undefined && { path }) }
      return index ? { ...named, index: true } : { ...named, children: nest(flat, id) }
    })

const all = flatten(routes)
const whole = nest(all)
const leadsTo = (tree: RouteObject[], path: string) =>
  matchRoutes(tree, path)?.map(({ route, params }) => ({ id: route.id, params })) ?? []

const partOf = buildByPath({ routes: all, assets: { routes: {} } } as unknown as ServerBuild)
const partFor = (path: string) => partOf(path).routes as unknown as Flat

const pathOf = (id: string): string => {
  const { path = '', parentId } = all[id] as Flat[string]
  return `${parentId === undefined ? '' : pathOf(parentId)}/${path}`.replaceAll(/\/+/g, '/')
}

const written = Object.keys(all).map((id) => pathOf(id).replaceAll(/:\w+/g, 'x-1'))
const odd = ['//can-bo', '/CAN-BO/Tim', '/can-bo/', '/thu-tuc//1', '/khong-co', '/can-bo/khong-co', '/quan-tri.x', '/']

test.each([...new Set([...written, ...odd])])(
  '%s leads to the same page among the routes of its first word',
  (path) => {
    expect(leadsTo(nest(partFor(path)), path)).toEqual(leadsTo(whole, path))
  },
)

test('a page is looked for among few routes', () => {
  expect(Object.keys(partFor('/thu-tuc/1.000894')).length).toBeLessThan(Object.keys(all).length / 8)
  expect(Object.keys(partFor('/can-bo/ho-so/1.data'))).toEqual(Object.keys(partFor('/can-bo')))
})
