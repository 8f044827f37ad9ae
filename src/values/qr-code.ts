import codeOf from 'qrcode-generator'

/**
 * A QR code (error correction M: 15 % may be unreadable) as one SVG of unit modules, black on nothing; the size is chosen by
 * whoever draws it. `quiet` is the empty border in modules: 4 by the standard, 0 on paper that leaves room itself.
 * Text up to 2,300 bytes of UTF-8; longer throws a RangeError.
 */
export function qrSvg(text: string, { quiet = 4 }: { readonly quiet?: number } = {}): string {
  const modules = qrModules(text)
  const size = modules.length + 2 * quiet
  const path = modules
    .map((row, y) =>
      runsOf(row)
        .map(([x, length]) => `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}

/** The modules of a QR code, row by row; true is dark. */
export function qrModules(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > 2300) throw new RangeError('too long for a QR code')
  const code = codeOf(0, 'M')
  // One character a byte: the library's own text encoding is not UTF-8.
  code.addData(String.fromCharCode(...bytes), 'Byte')
  code.make()
  const places = Array.from({ length: code.getModuleCount() }, (_, place) => place)
  return places.map((y) => places.map((x) => code.isDark(y, x)))
}

/** Runs of dark modules as [start, length]: a tenth of the rectangles that single modules would need. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
