import { Problem } from '#values/errors.ts'
import { filesProblems } from './contract.ts'

/**
 * The body of a request, chunk by chunk. `uploadBroken` (409) when the line breaks, nothing comes for so many milliseconds, or
 * another request takes its place.
 */
export async function* readBody(request: Request, silence: number, replaced?: AbortSignal): AsyncGenerator<Uint8Array> {
  if (request.body === null) return
  const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>
  const stop = new AbortController()
  const stopped = new Promise<never>((_resolve, reject) =>
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error)),
  )
  stopped.catch(() => {})
  const onReplaced = () => stop.abort(new Error('another request continues this upload'))
  replaced?.addEventListener('abort', onReplaced)
  let timer: NodeJS.Timeout | undefined
  try {
    for (;;) {
      if (replaced?.aborted) onReplaced()
      timer = setTimeout(() => stop.abort(new Error('nothing came for too long')), silence)
      const { done, value } = await Promise.race([reader.read(), stopped]).catch((cause: unknown) => {
        throw new Problem('uploadBroken', filesProblems.uploadBroken, { cause })
      })
      clearTimeout(timer)
      if (done) return
      yield value
    }
  } finally {
    clearTimeout(timer)
    replaced?.removeEventListener('abort', onReplaced)
    await reader.cancel().catch(() => {})
  }
}
