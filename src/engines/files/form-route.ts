import { randomUUIDv7 } from 'node:crypto'
import type { App, IsOwnForm } from '#kernel/http/create-app.ts'
import type { HttpContext } from '#kernel/http/read-call.ts'
import { asProblem } from '#kernel/operations/database-problem.ts'
import type { Call } from '#kernel/operations/context.ts'
import { httpProblems } from '#kernel/http/http-problems.ts'
import { Problem, fail } from '#values/errors.ts'
import { formTokenField } from '#values/form-token.ts'
import { attachFile } from './attach-file.ts'
import { readBody } from './body.ts'
import { filesProblems } from './contract.ts'
import { cleanName } from './file-name.ts'
import type { UploadParts } from './file-routes.ts'
import { finishUpload } from './finish-upload.ts'
import { readId } from './id-in-path.ts'
import { readForm, type FormPart } from './multipart.ts'
import { readReturn, returnWith } from './return-path.ts'
import { placeOf, readAttach, readPaper } from './sent-files.ts'
import { badRequest } from './bad-request.ts'
import { readCount } from './tus-headers.ts'
import { createUpload, endUpload, getUpload, senderOf, setLength } from './upload.ts'

/** Room for the fields of the form beside its file. */
const maxFields = 64 * 1024

/** A browser shows an answer only after it could send its form; so much of a file that is too large is read and thrown away. */
const mostThrownAway = 4

/** What the fields said so far. */
interface Form {
  page?: string
  paper?: string
  /** The operation that puts it there. */
  attach?: string
  /** Says that it was drawn for this browser. */
  token?: string
  /** The file came whole under this id. */
  file?: string
  /** One that came whole before, by another form, and waited for the virus scan. */
  sent?: string
}

/**
 * `POST /uploads/form` sends one file without JavaScript. Fields `form-token`, (or parameters of the address) `return`, `paper`, then `file`,
 * or `sent`, the id of one that came before and waits for the virus scan.
 * With a field `attach`, the path of an operation, the file is put there in the same go, and nothing is left to the page to do.
 * Answers 303 to the page `return`, with `file` and `paper` where it was not attached, or with `error`, the code of what went wrong
 * (and `file` when it waits for the scan); a problem only when
 * there is no page of ours to go back to.
 */
export function formRoute(
  app: App,
  readCall: (c: HttpContext) => Promise<Call>,
  isOwnForm: IsOwnForm,
  parts: UploadParts,
): void {
  app.post('/uploads/form', async (c) => {
    const form: Form = {}
    const back = (outcome: Record<string, string | undefined>) =>
      new Response(null, {
        status: 303,
        headers: {
          Location: returnWith(readReturn(form.page), { paper: form.paper, ...outcome }),
          'Cache-Control': 'no-store',
        },
      })
    try {
      const call = await readCall(c)
      readFields(form, c.req.query('return'), c.req.query('paper'))
      senderOf(call.actor)
      await receive(parts, c, call, form, () => isOwnForm(c, form.token))
      if (form.attach === undefined) return back({ file: form.file })
      const refusal = await attachFile(app, c, form.attach, form.paper ?? '', form.file as string)
      return back(refusal === undefined ? { paper: undefined } : { error: refusal })
    } catch (error) {
      const problem = asProblem(error)
      if (problem === undefined || form.page === undefined) throw error
      parts.log.info({ code: problem.code, requestId: c.get('requestId') }, 'form upload refused')
      return back({ file: problem.code === 'scanWaits' ? form.file : undefined, error: problem.code })
    }
  })
}

function readFields(form: Form, page: string | undefined, paper: string | undefined): void {
  if (page !== undefined) form.page = readReturn(page)
  if (paper !== undefined) form.paper = readPaper(paper)
}

async function receive(
  parts: UploadParts,
  c: HttpContext,
  call: Call,
  form: Form,
  isOwn: () => boolean,
): Promise<void> {
  const { limits } = parts
  const { raw } = c.req
  const size = readCount(raw.headers, 'Content-Length')
  if (size > limits.maxBytes * mostThrownAway) throw new Problem('uploadTooLarge', filesProblems.uploadTooLarge)
  try {
    await readParts(
      parts,
      call,
      readForm(readBody(raw, limits.silence), raw.headers.get('content-type') ?? ''),
      size,
      form,
      isOwn,
    )
  } catch (error) {
    // Of a form that is refused nothing is kept, or it would count against its sender until it is swept.
    if (form.file !== undefined) await drop(parts, form.file)
    throw error
  }
  if (form.file === undefined && form.sent !== undefined) {
    if (!isOwn()) throw new Problem('foreignForm', httpProblems.foreignForm)
    form.file = form.sent
  }
  if (form.file === undefined) badRequest('file')
  const upload = await getUpload(parts.db, call.actor, form.file as string, limits, parts.now())
  await finishUpload(parts, upload, call.requestId)
}

async function readParts(
  parts: UploadParts,
  call: Call,
  form: AsyncIterable<FormPart>,
  size: number,
  into: Form,
  isOwn: () => boolean,
): Promise<void> {
  let refused: unknown
  for await (const part of form) {
    if (part.filename === undefined) {
      const value = await textOf(part)
      if (part.name === 'attach') into.attach = readAttach(value)
      if (part.name === formTokenField) into.token = value
      if (part.name === 'sent') into.sent = readId(value)
      readFields(into, part.name === 'return' ? value : undefined, part.name === 'paper' ? value : undefined)
    } else if (part.filename !== '' && refused === undefined) {
      if (into.file !== undefined) badRequest('file')
      if (!isOwn()) throw new Problem('foreignForm', httpProblems.foreignForm)
      // The rest of the form is still read: the page to go back to may come after the file.
      await receiveFile(parts, call, part, size, into).catch((error: unknown) => void (refused = error))
    }
  }
  if (refused !== undefined) throw refused
}

async function drop({ db, folder, now }: UploadParts, id: string): Promise<void> {
  await endUpload(db, id, now())
  await folder.remove(id)
}

async function receiveFile(parts: UploadParts, call: Call, part: FormPart, size: number, form: Form): Promise<void> {
  const { db, folder, limits, now } = parts
  const id = randomUUIDv7()
  const most = Math.min(size, limits.maxBytes)
  await folder.mustHaveRoom(most)
  await createUpload(
    db,
    call.actor,
    {
      id,
      name: cleanName(part.filename as string),
      length: most,
      sentSha256: null,
      goesTo: form.attach === undefined || form.paper === undefined ? null : placeOf(form.attach, form.paper),
    },
    limits,
    now(),
  )
  try {
    const length = await folder.append({ id, offset: 0, room: limits.maxBytes, body: part.body })
    if (length === 0) fail('invalidInput')
    await setLength(db, id, length)
    form.file = id
  } catch (error) {
    await drop(parts, id)
    throw error
  }
}

async function textOf({ body }: FormPart): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxFields) badRequest('body')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
