import type { ServerResponse } from 'node:http'

/** An answer that is all there: it can be written at once, without a `Response` being made of it. */
export interface ReadyAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string | Uint8Array<ArrayBuffer>
}

export const responseOf = ({ status, headers, body }: ReadyAnswer): Response => new Response(body, { status, headers })

export function writeReady(outgoing: ServerResponse, { status, headers, body }: ReadyAnswer): void {
  outgoing.statusCode = status
  outgoing.setHeaders(headers)
  outgoing.end(body)
}
