import { contentDisposition } from '#kernel/http/content-disposition.ts'

/** A workbook to keep. */
export const workbookAnswer = async (file: Blob): Promise<Response> =>
  new Response(await file.arrayBuffer(), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': contentDisposition('attachment', file instanceof File ? file.name : 'bang.xlsx'),
      'Cache-Control': 'no-store',
    },
  })
