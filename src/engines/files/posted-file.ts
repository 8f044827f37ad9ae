import { Problem, fail } from '#values/errors.ts'
import { readBody } from './body.ts'
import { filesProblems } from './contract.ts'
import { readForm, type FormPart } from './multipart.ts'
import { usualLimits } from './upload-limits.ts'

const maxField = 2000

interface Posted {
  /** By name, what stands before the file. */
  readonly fields: Readonly<Record<string, string>>
  readonly file: { readonly name: string; readonly bytes: Buffer }
}

/** So many times the largest file is read and thrown away: a browser shows an answer only after it could send its form. */
const mostThrownAway = 4

/**
 * Reads a form of a few fields and one small file behind them into memory. `mayCome` looks at the fields before a byte of the file is kept.
 * `uploadTooLarge` (413); `invalidInput` (422) where no file was chosen.
 */
export async function readPostedFile(
  request: Request,
  maxBytes: number,
  mayCome: (fields: Readonly<Record<string, string>>) => Promise<void>,
): Promise<Posted> {
  const { headers } = request
  const tooLarge = new Problem('uploadTooLarge', filesProblems.uploadTooLarge)
  if (!(Number(headers.get('content-length') ?? '0') <= maxBytes * mostThrownAway)) throw tooLarge
  const fields: Record<string, string> = {}
  const form = readForm(readBody(request, usualLimits.silence), headers.get('content-type') ?? '')
  let refused: unknown
  let file: Posted['file'] | undefined
  for await (const part of form) {
    if (part.filename === undefined) fields[part.name] = (await bytesOf(part, maxField))?.toString('utf8') ?? ''
    else if (file === undefined && refused === undefined) {
      refused = await mayCome(fields).then(
        () => undefined,
        (error: unknown) => error,
      )
      const bytes = await bytesOf(part, refused === undefined ? maxBytes : 0)
      if (bytes === undefined) refused ??= tooLarge
      else file = { name: part.filename, bytes }
    }
  }
  if (refused !== undefined) throw refused
  if (file === undefined) await mayCome(fields)
  return file === undefined || file.bytes.length === 0 ? fail('invalidInput') : { fields, file }
}

/** The whole of a part, which is read to its end; undefined where it is longer. */
async function bytesOf({ body }: FormPart, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > most ? undefined : Buffer.concat(chunks)
}
