import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A small S3: one bucket in memory that checks signatures, digests and lengths as the real one does. */
export interface FakeS3 {
  readonly endpoint: string
  readonly objects: Map<string, Buffer>
  /** How many requests with a body came. */
  readonly puts: () => number
  /** Answers the next requests with these statuses before it works again. */
  failNext(...statuses: readonly number[]): void
  close(): Promise<void>
}

export const fakeCredentials = { region: 'vn-north-1', accessKey: 'lien-thong', secretKey: 'khóa bí mật/+' }

export async function startFakeS3(bucket: string): Promise<FakeS3> {
  const objects = new Map<string, Buffer>()
  const failures: number[] = []
  let puts = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const url = new URL(request.url as string, `http://${request.headers.host}`)
    if (request.method === 'PUT') puts += 1
    const fault = failures.shift() ?? faultOf(request, url, body)
    const key = url.pathname.slice(bucket.length + 2)
    const found = objects.get(key)
    if (fault !== undefined)
      return void response.writeHead(fault).end(fault === 507 ? '<Code>XMinioStorageFull</Code>' : '<Code>Fault</Code>')
    if (request.method === 'PUT') objects.set(key, body)
    if (request.method === 'DELETE') objects.delete(key)
    if (request.method === 'PUT') return void response.writeHead(200).end()
    if (request.method === 'DELETE') return void response.writeHead(204).end()
    if (key === '') return void response.writeHead(200).end(listing(url))
    if (found === undefined) return void response.writeHead(404).end()
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    const sent = range ? found.subarray(Number(range[1]), Number(range[2]) + 1) : found
    response
      .writeHead(range ? 206 : 200, { 'content-length': sent.length })
      .end(request.method === 'HEAD' ? undefined : sent)
  }

  /** One key a page, so that paging is walked. */
  function listing(url: URL): string {
    const prefix = url.searchParams.get('prefix') ?? ''
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort()
    const at = Number(url.searchParams.get('continuation-token') ?? 0)
    const next = at + 1 < keys.length ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : ''
    const shown =
      keys[at] === undefined
        ? ''
        : `<Contents><Key>${keys[at]}</Key><LastModified>2026-11-25T00:00:00.000Z</LastModified></Contents>`
    return `<ListBucketResult>${next}${shown}</ListBucketResult>`
  }

  const server = createServer((request, response) => void answer(request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    puts: () => puts,
    failNext: (...statuses) => void failures.push(...statuses),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function faultOf(request: IncomingMessage, url: URL, body: Buffer): number | undefined {
  const { headers, method } = request
  const payload = headers['x-amz-content-sha256']
  if (payload !== createHash('sha256').update(body).digest('hex')) return 400
  if (method === 'PUT' && headers['content-length'] !== String(body.length)) return 411
  const [, key, day, region, names, given] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (key !== fakeCredentials.accessKey || region !== fakeCredentials.region || names === undefined) return 403
  const query = url.search.slice(1).split('&').filter(Boolean).sort().join('&')
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`)
  const canonical = `${method}\n${url.pathname}\n${query}\n${lines.join('')}\n${names}\n${payload}`
  const digest = createHash('sha256').update(canonical).digest('hex')
  let secret: Buffer | string = `AWS4${fakeCredentials.secretKey}`
  for (const part of [day as string, region, 's3', 'aws4_request'])
    secret = createHmac('sha256', secret).update(part).digest()
  const text = `AWS4-HMAC-SHA256\n${String(headers['x-amz-date'])}\n${day}/${region}/s3/aws4_request\n${digest}`
  return createHmac('sha256', secret).update(text).digest('hex') === given ? undefined : 403
}
