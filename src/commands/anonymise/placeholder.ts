/**
 * A PDF of one empty page that says it is a placeholder, of exactly this size, or of the least that such a page takes. `about` makes
 * it another content than all others.
 */
export function placeholder(size: number, about: string): Buffer {
  const words = 'BT /F1 18 Tf 60 700 Td (Ban sao de thu - Test copy) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title (${about}) >>`,
  ]
  const withFilling = (filling: string) => {
    let body = `%PDF-1.4\n${filling}`
    const offsets = objects.map((object, index) => {
      const at = body.length
      body += `${index + 1} 0 obj\n${object}\nendobj\n`
      return at
    })
    const start = body.length
    const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
    body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`
    return `${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`
  }
  const bare = withFilling('')
  // A comment of the size that is missing; the offset at the end may get longer by it.
  let missing = size - bare.length
  let made = bare
  while (missing > 1 && made.length !== size) {
    made = withFilling(`%${'.'.repeat(missing - 2)}\n`)
    if (made.length > size) missing -= made.length - size
    else if (made.length < size) break
  }
  return Buffer.from(made, 'latin1')
}
