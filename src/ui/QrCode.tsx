import { qrModules } from '#values/qr-code.ts'

interface QrCodeProps {
  readonly text: string
  /** Where it leads, in words. */
  readonly label: string
  readonly size?: number
}

const quiet = 4

/** A QR code as one SVG path. For server-rendered pages: in the browser it would load the encoder. */
export function QrCode({ text, label, size = 132 }: QrCodeProps) {
  const modules = qrModules(text)
  const side = modules.length + 2 * quiet
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('')
  return (
    <svg className="qr" role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
