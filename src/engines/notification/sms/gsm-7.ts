/** The default alphabet of GSM 03.38 (3GPP TS 23.038 § 6.2.1) by code; at 0x1b the escape to the extension. */
const alphabet =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const escape = 0x1b

const codes = new Map<string, readonly number[]>([
  ...Array.from(alphabet, (sign, code) => [sign, [code]] as const).filter(([, [code]]) => code !== escape),
  ...Object.entries({
    '\f': 0x0a,
    '^': 0x14,
    '{': 0x28,
    '}': 0x29,
    '\\': 0x2f,
    '[': 0x3c,
    '~': 0x3d,
    ']': 0x3e,
    '|': 0x40,
    '€': 0x65,
  }).map(([sign, code]) => [sign, [escape, code]] as const),
])

/** The septets of one sign, two for those of the extension; undefined where the alphabet lacks it. */
export const septetsOf = (sign: string): readonly number[] | undefined => codes.get(sign)
