import { Problem, fail } from '#values/errors.ts'
import { formTokenField } from '#values/form-token.ts'
import { onceField } from '#values/send-once.ts'
import { httpProblems } from './http-problems.ts'

const formType = 'application/x-www-form-urlencoded'

const wrongForm = {
  status: 415,
  message: {
    vi: `Trang chỉ nhận biểu mẫu kiểu ${formType}.`,
    en: `A page takes forms of type ${formType} only.`,
  },
} as const

const reading = new Set(['GET', 'HEAD'])

/**
 * The request of a page as pages can read it: a reading one, or a posted form. Whoever posts nothing posts an empty form. Anything
 * else is refused here, once: 404 for an address that is no text, 405 `methodNotAllowed`, 415 `wrongMediaType`.
 */
export async function readableByPages(request: Request): Promise<Request> {
  if (!isText(new URL(request.url).pathname)) fail('notFound')
  if (reading.has(request.method)) return request
  if (request.method !== 'POST') throw new Problem('methodNotAllowed', httpProblems.methodNotAllowed)
  const type = request.headers.get('content-type')
  if (type !== null && new RegExp(`^${formType}\\s*(;|$)`, 'i').test(type)) return request
  if (type !== null || (await request.text()) !== '') throw new Problem('wrongMediaType', wrongForm)
  const headers = new Headers(request.headers)
  headers.set('Content-Type', formType)
  return new Request(request.url, { method: 'POST', headers, body: '', signal: request.signal })
}

function isText(path: string): boolean {
  try {
    return decodeURIComponent(path).isWellFormed()
  } catch {
    return false
  }
}

/** What a posted form carries in the hidden fields of every form, without using the request up; nothing where none was posted. */
export async function readHiddenFields(request: Request): Promise<{ key?: string; token?: string } | undefined> {
  if (request.method !== 'POST') return undefined
  const fields = new URLSearchParams(await request.clone().text())
  return { key: fields.get(onceField) ?? undefined, token: fields.get(formTokenField) ?? undefined }
}
