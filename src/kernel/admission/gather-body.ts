import { readBounded } from '../http/read-bounded.ts'

/** Bodies that are being read, together: with the largest of 2 MiB some thirty at once, of usual forms thousands. */
const mostBytes = 64 * 1024 * 1024
/** What does not say its length may be as long as anything we take. */
const largest = 2 * 1024 * 1024

/** Reads bodies before their request gets a place: whoever sends slowly holds none. */
export function createGathering() {
  let bytes = 0
  return {
    /** The request with its body at hand; undefined while too much is being read. The body is longer than 2 MiB: `RangeError`. */
    async gather(request: Request): Promise<Request | undefined> {
      if (request.method === 'GET' || request.method === 'HEAD') return request
      const declared = request.headers.get('content-length')
      if (declared === '0' || (declared === null && !request.headers.has('transfer-encoding'))) return request
      const size = declared === null ? largest : Number(declared)
      if (bytes + size > mostBytes) return undefined
      bytes += size
      try {
        const body = await readBounded(request, largest)
        return new Request(request.url, {
          method: request.method,
          headers: request.headers,
          body,
          signal: request.signal,
        })
      } finally {
        bytes -= size
      }
    },
  }
}
