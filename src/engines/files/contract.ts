import { z } from 'zod'
import { idOf } from '#values/id.ts'
import { operation } from '#values/operation.ts'
export { filesProblems } from './problems.ts'
export { refusals, type RefusalCode } from './refusals.ts'
export { fileStreams } from './streams.ts'
export { largestFile } from './upload-limits.ts'

const FileMetadata = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  state: z.enum(['received', 'accepted', 'refused']),
  mediaType: z.string().nullable(),
  /** Of what is stored and downloaded; images lose their metadata, so it may differ from what was sent. */
  sha256: z.string().nullable(),
  /** Of what was sent. */
  sentSha256: z.string().nullable(),
  pages: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  refusal: z.object({ code: z.string(), words: z.object({ vi: z.string(), en: z.string() }) }).nullable(),
  createdAt: z.date(),
})
export type FileMetadata = z.infer<typeof FileMetadata>

export const filesContract = {
  getFile: operation(
    { title: { vi: 'Tệp của tôi', en: 'A file of mine' }, kind: 'read', permission: 'signed-in' },
    { method: 'GET', path: '/files/{id}' },
  )
    .input(z.strictObject({ id: idOf('file') }))
    .output(FileMetadata),

  describeDrawing: operation(
    {
      title: { vi: 'Máy chủ vẽ được trang PDF không', en: 'Whether pages of PDF are drawn here' },
      kind: 'read',
      permission: 'staff',
    },
    { method: 'GET', path: '/files-drawing' },
  )
    .input(z.strictObject({}))
    .output(z.object({ drawsPages: z.boolean() })),

  listSentFiles: operation(
    {
      title: { vi: 'Tệp tôi đã gửi, đang chờ quét', en: 'Files I sent that waited for the scan' },
      kind: 'read',
      permission: 'signed-in',
    },
    { method: 'GET', path: '/sent-files' },
  )
    .input(z.strictObject({ attach: z.string().max(500) }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          paper: z.string(),
          name: z.string(),
          /** Nothing was found: it can be put where it goes. */
          isScanned: z.boolean(),
        }),
      ),
    ),
}
