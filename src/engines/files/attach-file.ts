import type { App } from '#kernel/http/create-app.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'

/**
 * Puts a file that came by a form where the form says it belongs: the operation of the API, asked in the process as the same
 * caller. Answers the code of its refusal, if it refused.
 */
export async function attachFile(app: App, c: HttpContext, path: string, paper: string, fileId: string) {
  const headers = new Headers(c.req.raw.headers)
  for (const name of ['Content-Length', 'Transfer-Encoding']) headers.delete(name)
  headers.set('Content-Type', 'application/json')
  const asked = new Request(new URL(`/api${path}`, c.req.url), {
    method: 'POST',
    headers,
    body: JSON.stringify({ paper, fileId }),
  })
  const answer = await app.fetch(asked, c.env)
  return answer.ok ? undefined : ((await answer.json()) as { code: string }).code
}
