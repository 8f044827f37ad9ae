/** A printed form may stand in a frame of our own pages, and nothing in it runs. */
const policy = `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`

/** A PDF for a viewer in our own page; the operation itself answers with a policy that no frame may hold. */
export const framedPdf = async (sheet: Blob, name: string): Promise<Response> =>
  new Response(await sheet.arrayBuffer(), {
    headers: {
      'Content-Type': sheet.type || 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    },
  })
