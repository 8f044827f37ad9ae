/** Whoever read the output went away, as `head` does when it has enough. */
export class ReaderLeft extends Error {
  override readonly name = 'ReaderLeft'
}

/** The exit code of a program that SIGPIPE (13) ends: not all was said, so neither 0 nor a finding. */
export const endedByPipe = 128 + 13

const isBrokenPipe = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE'

/** A reader that goes away is no failure of ours, and ends no server; any other error of the output is one. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (!isBrokenPipe(error)) throw error
    })
}

/** Writes one line of a long output; waits for a slow reader, and throws {@link ReaderLeft} when there is none any more. */
export const writeLine = (line: string): Promise<void> => writeBytes(Buffer.from(`${line}\n`))

/** The same for whatever is not lines. */
export const writeBytes = (bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => {
      if (error) reject(isBrokenPipe(error) ? new ReaderLeft() : error)
      else resolve()
    })
  })
