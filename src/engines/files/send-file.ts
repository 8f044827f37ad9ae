import { Readable } from 'node:stream'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { readRange } from './byte-range.ts'
import type { FileRow } from './file.ts'

/**
 * The answer that gives a file, for no cache but the reader's own: 200, 206 of one range where it `mayBePart`, 304, 416. Whether they may
 * read it is decided, and written into the trail, before.
 */
export async function sendFile(
  request: Request,
  store: Pick<ContentStore, 'open'>,
  file: FileRow,
  { headers, mayBePart }: { readonly headers: Readonly<Record<string, string>>; readonly mayBePart: boolean },
): Promise<Response> {
  const etag = `"${file.sha256}"`
  const asked = (name: string) => request.headers.get(name) ?? undefined
  const common = {
    ...headers,
    ETag: etag,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': mayBePart ? 'bytes' : 'none',
  }
  if (matches(asked('if-none-match'), etag)) return new Response(null, { status: 304, headers: common })
  const isSame = [undefined, etag].includes(asked('if-range'))
  const range = mayBePart && isSame ? readRange(asked('range'), file.size) : undefined
  if (range === 'none')
    return new Response(null, { status: 416, headers: { ...common, 'Content-Range': `bytes */${file.size}` } })
  const length = range ? range.end - range.start + 1 : file.size
  const all: Record<string, string> = { ...common, 'Content-Type': file.mediaType, 'Content-Length': String(length) }
  if (range) all['Content-Range'] = `bytes ${range.start}-${range.end}/${file.size}`
  // Hono answers HEAD by the route of GET and drops the body: then it must not be opened.
  const body = request.method === 'HEAD' ? null : Readable.toWeb(await store.open(file.sha256, range))
  return new Response(body as ReadableStream | null, { status: range ? 206 : 200, headers: all })
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))
