import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { fail } from '#values/errors.ts'
import { breakerOf } from '../outside/breakers.ts'
import { createRetryBudget } from '../outside/retry-budget.ts'
import { asStorageProblem, placeOf, storageFull, type ContentStore } from './content-store.ts'
import { emptyPayload, signS3, type S3Credentials } from './sign-s3.ts'
import { spoolContent, tidySpool } from './spool-content.ts'

export interface S3Parts extends S3Credentials {
  /** Such as `https://s3.bacgiang.gov.vn`; buckets are addressed by path. */
  readonly endpoint: string
  readonly bucket: string
  /** Where content waits for its digest before it is sent. */
  readonly spool?: string
}

/** Until the answer's headers; bodies may take longer. */
const answerTimeMs = 60_000

interface Asked {
  readonly method: string
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: { readonly blob: Blob; readonly sha256: string }
}

/**
 * Content in S3-compatible storage. The digest is the key and also the signed payload, so the storage itself refuses bytes that
 * were damaged on the way. The storage away: `busy` (503); full: `storageFull` (507).
 */
export function createS3Store(parts: S3Parts): ContentStore {
  const spool = parts.spool ?? join(tmpdir(), 'lien-thong-s3')

  const breaker = breakerOf(parts.endpoint)
  const retries = createRetryBudget()

  const send = async ({ method, key, query = {}, headers = {}, body }: Asked): Promise<Response> => {
    const url = new URL(`${parts.endpoint.replace(/\/$/, '')}/${parts.bucket}${key === '' ? '' : `/${key}`}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const signed = signS3({ method, url, headers, payload: body?.sha256 ?? emptyPayload, at: new Date() }, parts)
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), answerTimeMs)
    try {
      return await fetch(url, {
        method,
        headers: signed,
        body: body?.blob ?? null,
        redirect: 'error',
        signal: late.signal,
      })
    } finally {
      clearTimeout(timer)
    }
  }

  /** Answers the response when its status is one of these; tries again when the storage is away or busy. */
  const ask = async (asked: Asked, ...expected: readonly number[]): Promise<Response> => {
    let cause: unknown
    retries.first()
    for (const pause of [100, 400, 0]) {
      const answer = await breaker.ask(() => send(asked)).catch((error: unknown) => void (cause = error))
      if (answer !== undefined) {
        if (expected.includes(answer.status)) return answer
        const text = asked.method === 'HEAD' ? '' : (await answer.text()).slice(0, 500)
        cause = new Error(`S3 answered ${answer.status} to ${asked.method}: ${text}`)
        if (answer.status === 507 || /StorageFull|QuotaExceeded/.test(text)) throw storageFull(cause)
        if (answer.status < 500 && answer.status !== 429) throw cause
      }
      if (pause === 0 || !breaker.isReady() || !retries.mayRetry()) break
      await wait(pause)
    }
    return fail('busy', { cause, retryAfterSeconds: 5 })
  }

  const has = async (sha256: string): Promise<boolean> => {
    const answer = await ask({ method: 'HEAD', key: placeOf(sha256) }, 200, 404)
    return answer.status === 200
  }

  return {
    async put(source) {
      const spooled = await spoolContent(spool, source).catch((error: unknown) => {
        throw asStorageProblem(error)
      })
      const { path, sha256, size } = spooled
      try {
        // A blob has a known size, is read from the disk as it is sent, and can be sent again.
        const body = { blob: await openAsBlob(path), sha256 }
        if (!(await has(sha256))) await ask({ method: 'PUT', key: placeOf(sha256), body }, 200, 201)
        return { sha256, size }
      } finally {
        await rm(path, { force: true })
      }
    },

    async open(sha256, range) {
      const headers: Record<string, string> = {}
      if (range) headers['range'] = `bytes=${range.start}-${range.end}`
      const answer = await ask({ method: 'GET', key: placeOf(sha256), headers }, range ? 206 : 200)
      return Readable.fromWeb(answer.body as never)
    },

    has,
    delete: async (sha256) => void (await ask({ method: 'DELETE', key: placeOf(sha256) }, 200, 204, 404)),

    async *list(prefix) {
      let token: string | undefined
      do {
        const query = { 'list-type': '2', prefix: `${prefix}/`, ...(token ? { 'continuation-token': token } : {}) }
        const text = await (await ask({ method: 'GET', key: '', query }, 200)).text()
        for (const [, key, at] of text.matchAll(
          /<Key>([0-9a-f/]+)<\/Key>[^]*?<LastModified>([^<]+)<\/LastModified>/g,
        )) {
          yield { sha256: (key as string).slice(6), storedAt: new Date(at as string) }
        }
        token = /<NextContinuationToken>([^<]+)</.exec(text)?.[1]
      } while (token !== undefined)
    },

    tidy: (before) => tidySpool(spool, before),
  }
}
