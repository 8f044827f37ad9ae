import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http'
import { Socket } from 'node:net'

/**
 * Has a request answered by a handler that only knows Node's own HTTP, so that what it answers still passes through the headers, limits
 * and measures of every answer. The answer is held in memory: for small ones. `prepare` sees the request as the handler will.
 */
export async function answerByNode(
  handle: RequestListener,
  request: Request,
  prepare: (incoming: IncomingMessage) => void = () => {},
): Promise<Response> {
  const { pathname, search, protocol, host } = new URL(request.url)
  const incoming = new IncomingMessage(Object.assign(new Socket(), { encrypted: protocol === 'https:' }))
  incoming.method = request.method
  incoming.url = pathname + search
  const body = Buffer.from(await request.arrayBuffer())
  incoming.headers = { ...Object.fromEntries(request.headers), host, 'content-length': String(body.length) }
  prepare(incoming)
  incoming.push(body)
  incoming.push(null)
  return new Promise((resolve, reject) => {
    const outgoing = new HeldAnswer(incoming, resolve)
    outgoing.on('error', reject)
    handle(incoming, outgoing)
  })
}

/** What is written is kept, and given as one answer at the end. */
class HeldAnswer extends ServerResponse {
  readonly #parts: Buffer[] = []
  readonly #give: (answer: Response) => void

  constructor(incoming: IncomingMessage, give: (answer: Response) => void) {
    super(incoming)
    this.#give = give
  }

  override write(part: unknown): boolean {
    this.#parts.push(Buffer.from(part as string))
    return true
  }

  override end(part?: unknown): this {
    if (part !== undefined && part !== null && typeof part !== 'function') this.write(part)
    const headers = new Headers()
    for (const [name, value] of Object.entries(this.getHeaders()))
      for (const one of Array.isArray(value) ? value : [String(value)]) headers.append(name, one)
    const body = Buffer.concat(this.#parts)
    this.#give(new Response(body.length === 0 ? null : body, { status: this.statusCode, headers }))
    this.emit('finish')
    return this
  }
}
