import { badRequest } from './bad-request.ts'

/** One field of a form. Its body must be read before the next one; what is left of it is passed over. */
export interface FormPart {
  readonly name: string
  /** Given for files, also when none was chosen: then it is empty. */
  readonly filename: string | undefined
  readonly body: AsyncIterable<Uint8Array>
}

const maxHeaders = 8 * 1024
const maxParts = 20

/** Reads `multipart/form-data` (RFC 7578) as it comes, a chunk at a time: nothing of it is kept. Malformed: `uploadRequest` (400). */
export async function* readForm(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<FormPart> {
  const boundary = /^multipart\/form-data;(?:.*;)?\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType)
  if (boundary === null) badRequest('Content-Type')
  const reader = new FormReader(body, `\r\n--${boundary?.[1] ?? boundary?.[2]}`)
  // What stands before the first field says nothing.
  await reader.passOver()
  for (let count = 0; ; count += 1) {
    if ((await reader.take(2)) === '--') return
    if (count >= maxParts) badRequest('body')
    const headers = await reader.takeHeaders(maxHeaders)
    yield {
      name: parameter(headers, 'name') ?? '',
      filename: parameter(headers, 'filename'),
      body: reader.untilDelimiter(),
    }
    if (reader.isInside) await reader.passOver()
  }
}

/** Browsers write names in UTF-8 and only quotes and line ends escaped. */
function parameter(headers: string, name: string): string | undefined {
  const line = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? ''
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(line)?.[1]
  return found?.replaceAll('%22', '"').replaceAll(/%0[da]/gi, '')
}

class FormReader {
  private readonly chunks: AsyncIterator<Uint8Array>
  private readonly delimiter: Buffer
  // The first delimiter has no line end before it.
  private held = Buffer.from('\r\n')
  /** In the middle of what stands before a delimiter: a reader may have stopped there. */
  isInside = true

  constructor(body: AsyncIterable<Uint8Array>, delimiter: string) {
    this.chunks = body[Symbol.asyncIterator]()
    this.delimiter = Buffer.from(delimiter, 'latin1')
  }

  private async more(): Promise<void> {
    const next = await this.chunks.next()
    if (next.done) badRequest('body')
    else this.held = Buffer.concat([this.held, next.value])
  }

  /** Everything before the next delimiter, which is taken too. */
  async *untilDelimiter(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.held.indexOf(this.delimiter)
      // A delimiter may have begun at the end of what is here.
      const sure = at >= 0 ? at : Math.max(0, this.held.length - this.delimiter.length + 1)
      const before = this.held.subarray(0, sure)
      this.held = this.held.subarray(at >= 0 ? at + this.delimiter.length : sure)
      this.isInside = at < 0
      if (before.length > 0) yield before
      if (at >= 0) return
      await this.more()
    }
  }

  async passOver(): Promise<void> {
    for await (const _chunk of this.untilDelimiter());
  }

  async take(size: number): Promise<string> {
    while (this.held.length < size) await this.more()
    const taken = this.held.toString('latin1', 0, size)
    this.held = this.held.subarray(size)
    return taken
  }

  async takeHeaders(most: number): Promise<string> {
    for (;;) {
      const end = this.held.indexOf('\r\n\r\n')
      if (end >= 0) {
        const headers = this.held.toString('utf8', 0, end)
        this.held = this.held.subarray(end + 4)
        this.isInside = true
        return headers
      }
      if (this.held.length > most) badRequest('body')
      await this.more()
    }
  }
}
