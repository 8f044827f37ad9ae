import { contentDisposition } from '#kernel/http/content-disposition.ts'

/** A file to keep. */
export const fileAnswer = async (file: Blob): Promise<Response> =>
  new Response(await file.arrayBuffer(), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': contentDisposition('attachment', file instanceof File ? file.name : 'tep'),
      'Cache-Control': 'no-store',
    },
  })
