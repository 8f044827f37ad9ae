import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { App } from '#kernel/http/create-app.ts'
import { fileRoutes, type FileRoutesParts } from './file-routes.ts'
import { fileStreams } from './streams.ts'

/** Routes are only listed here, so nothing of what they need is used. */
const unused = { dataDirectory: '/nowhere' } as FileRoutesParts

test('every route for uploads and downloads is described, and nothing else', () => {
  const app: App = new Hono()
  fileRoutes(unused)(
    app,
    () => Promise.reject(new Error('not called')),
    () => true,
  )
  const served = app.routes
    .filter(({ method }) => method !== 'ALL')
    // HEAD is answered by the route of GET; of an upload there is nothing to get.
    .map(({ method, path }) => `${method === 'GET' && path.startsWith('/uploads') ? 'HEAD' : method} ${path}`)
  const described = fileStreams.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
  expect(described.toSorted()).toEqual([...new Set(served)].toSorted())
})
