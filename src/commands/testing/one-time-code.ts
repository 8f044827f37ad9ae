import { createHmac } from 'node:crypto'

/** What the authenticator app of somebody shows at an instant: RFC 6238, written anew from the text. */
export function oneTimeCode(secret: string, at: Date): string {
  const counter = Buffer.alloc(8)
  counter.writeUInt32BE(Math.floor(at.getTime() / 30_000), 4)
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = (digest[19] as number) & 15
  return String((digest.readUInt32BE(offset) % 2 ** 31) % 1_000_000).padStart(6, '0')
}

function bytesOf(base32: string): Buffer {
  let bits = 0n
  for (const letter of base32) bits = bits * 32n + BigInt('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter))
  const length = Math.floor((base32.length * 5) / 8)
  return Buffer.from((bits >> BigInt(base32.length * 5 - length * 8)).toString(16).padStart(length * 2, '0'), 'hex')
}
