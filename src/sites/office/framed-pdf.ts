import { pdfPolicy } from '#kernel/http/security-headers.ts'

/** A PDF for a viewer in our own page; the operation itself answers with a policy that no frame may hold. */
export const framedPdf = async (sheet: Blob, name: string): Promise<Response> =>
  new Response(await sheet.arrayBuffer(), {
    headers: {
      'Content-Type': sheet.type || 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
      'Content-Security-Policy': pdfPolicy,
      'Cache-Control': 'no-store',
    },
  })
