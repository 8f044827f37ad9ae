import { expect } from 'vitest'
import type { Answer, TestPlatform, Visitor } from './test-platform.ts'

export interface Raw {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: BodyInit
  readonly host?: string
}

type Said = Answer & { readonly text: string }

/** A request as no client of ours would make it. */
export async function rawRequest(
  test: TestPlatform,
  path: string,
  who: Visitor | undefined,
  { method = 'POST', headers = {}, body, host = 'localhost' }: Raw,
): Promise<Said> {
  const answer = await test.platform.app.request(`http://${host}${path}`, {
    method,
    headers: {
      ...(who?.token ? { Authorization: `Bearer ${who.token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false
  return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : undefined }
}

/** A refusal as RFC 9457 has it, for people and for programs, that tells nothing of the inside. */
export function expectProblem(said: Said, status: number, code?: string) {
  expect({ status: said.status, type: said.headers.get('content-type'), text: said.text }).toEqual({
    status,
    type: 'application/problem+json; charset=utf-8',
    text: said.text,
  })
  expect(said.body).toMatchObject({
    status,
    words: { vi: expect.any(String) as string, en: expect.any(String) as string },
    ...(code ? { code } : {}),
  })
  expect(said.body.requestId).toBe(said.headers.get('x-request-id'))
  expect(said.text).not.toMatch(/\bat .*\.(ts|js|mjs):\d|node_modules|select |insert |syntax error|relation "/i)
}
