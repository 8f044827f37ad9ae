import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

/** The lines of a file (`-`: of the standard input), many at a time, whatever its length. */
export async function* linesOf(file: string): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 })) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  rest += decoder.end()
  if (rest !== '') yield [rest]
}
