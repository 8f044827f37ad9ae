/** Where the samples of a WAV file are. */
function samplesIn(file: Buffer): { readonly head: Buffer; readonly samples: Buffer } {
  let at = 12
  while (at + 8 <= file.length) {
    const size = file.readUInt32LE(at + 4)
    if (file.toString('latin1', at, at + 4) === 'data')
      return { head: file.subarray(0, at + 8), samples: file.subarray(at + 8, Math.min(file.length, at + 8 + size)) }
    at += 8 + size + (size % 2)
  }
  throw new RangeError('a WAV file without samples')
}

/** One WAV file of several of the same format, one after the other. */
export function joinWaves(files: readonly Buffer[]): Buffer<ArrayBuffer> {
  const parts = files.map(samplesIn)
  const first = parts[0]
  if (first === undefined) throw new RangeError('nothing to join')
  const joined = Buffer.concat([first.head, ...parts.map(({ samples }) => samples)])
  joined.writeUInt32LE(joined.length - 8, 4)
  joined.writeUInt32LE(joined.length - first.head.length, first.head.length - 4)
  return joined
}
