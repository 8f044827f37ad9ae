/** One page of a paper: a JPEG of three colours as it stands, with its size in pixels. */
export interface PicturePage {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

/** The longer side of A4, in points. */
const longSide = 841.89

/**
 * A PDF of pictures, one a page, each as large as A4 along its longer side; the pictures go in as they are packed. For browsers without a line: the
 * server lays pages together itself.
 */
export function pdfOfPictures(pages: readonly PicturePage[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder()
  const parts: Uint8Array[] = []
  const starts: number[] = []
  let length = 0
  const put = (...more: readonly (string | Uint8Array)[]) => {
    for (const one of more) {
      const bytes = typeof one === 'string' ? text.encode(one) : one
      parts.push(bytes)
      length += bytes.length
    }
  }
  const object = (...body: readonly (string | Uint8Array)[]) => {
    starts.push(length)
    put(`${starts.length} 0 obj\n`, ...body, '\nendobj\n')
  }
  const stream = (head: string, bytes: Uint8Array) => [
    `<<${head} /Length ${bytes.length}>>\nstream\n`,
    bytes,
    '\nendstream',
  ]
  // Objects of a page: itself, what it draws, its picture.
  const pageAt = (index: number) => 3 + index * 3

  // Four bytes above 127 tell programs that the file is not text.
  put('%PDF-1.4\n%', new Uint8Array([0xe2, 0xe3, 0xcf, 0xd3]), '\n')
  object('<</Type /Catalog /Pages 2 0 R>>')
  object(`<</Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${pageAt(at)} 0 R`).join(' ')}]>>`)
  for (const [at, { jpeg, width, height }] of pages.entries()) {
    const scale = longSide / Math.max(width, height)
    const [wide, high] = [width * scale, height * scale].map((side) => side.toFixed(2)) as [string, string]
    const page = pageAt(at)
    object(
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${page + 1} 0 R /Resources <</XObject <</P ${page + 2} 0 R>>>>>>`,
    )
    object(...stream('', text.encode(`q ${wide} 0 0 ${high} 0 0 cm /P Do Q`)))
    object(
      ...stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
        jpeg,
      ),
    )
  }
  const table = length
  put(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n`)
  for (const start of starts) put(`${String(start).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n<</Size ${starts.length + 1} /Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`)

  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
