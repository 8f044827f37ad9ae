import type { StreamRoutes } from '#kernel/http/create-app.ts'
import { limitBody } from '#kernel/http/limit-body.ts'
import { answerByNode } from '#kernel/http/node-answer.ts'
import type { OpenProvider } from './open-provider.ts'
import { rememberAsking } from './provider-account.ts'
import { providerPath } from './provider-parts.ts'

const mostBytes = 64 * 1024

/** OpenID Connect for the other systems of the province, behind the same headers, hosts and limits as everything here. */
export const providerRoutes =
  (openProvider: OpenProvider, publicUrl: string): StreamRoutes =>
  (app, readCall) => {
    app.use(
      `${providerPath}/*`,
      limitBody(mostBytes, () => Response.json({ error: 'invalid_request' }, { status: 413 })),
    )
    app.all(`${providerPath}/*`, async (c) => {
      const { requestId, address = '' } = await readCall(c)
      const provider = await openProvider()
      const { pathname, search } = new URL(c.req.url)
      // The provider goes by paths below its own, and by the scheme that people use.
      const asked = new URL(`${pathname.slice(providerPath.length)}${search}`, publicUrl)
      return answerByNode(provider.callback(), new Request(asked, c.req.raw), (incoming) => {
        Object.assign(incoming, { baseUrl: providerPath })
        rememberAsking(incoming, { requestId, address })
      })
    })
  }
