import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { makeKeys, readBackupKey, readRecoveryKey } from './keys.ts'
import { open, seal } from './sealed.ts'

const directory = makeTestDirectory('sealed')
afterAll(() => removeTestDirectory(directory))

const pathOf = (name: string) => join(directory, name)
makeKeys(pathOf('backup.key'), pathOf('recovery.key'))
makeKeys(pathOf('other-backup.key'), pathOf('other-recovery.key'))
const backupKey = readBackupKey(pathOf('backup.key'))
const recoveryKey = readRecoveryKey(pathOf('recovery.key'))

async function sealed(name: string, plain: Buffer, key = backupKey): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of seal(name, [plain], key)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function opened(bytes: Buffer, name = 'a', key = recoveryKey): Promise<Buffer> {
  writeFileSync(pathOf('object'), bytes)
  const chunks: Buffer[] = []
  for await (const chunk of open(pathOf('object'), name, key)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

// Three pieces, and a last one that is not full.
const plain = Buffer.concat([Buffer.from('Nguyễn Văn An '.repeat(1000)), randomBytes(3 * 1024 * 1024)])
const whole = await sealed('a', plain)
/** Where each piece begins, and the signature. */
const starts = [36]
while ((starts.at(-1) as number) < whole.length - 64) {
  const at = starts.at(-1) as number
  starts.push(at + 4 + (whole.readUInt32BE(at) % 0x8000_0000))
}
const piece = (number: number) => whole.subarray(starts[number], starts[number + 1])

test('what is sealed opens again, whatever its size, and shows nothing of what is in it', async () => {
  for (const size of [0, 1, 1024 * 1024, 1024 * 1024 + 1, plain.length]) {
    const text = plain.subarray(0, size)
    expect((await opened(await sealed('a', text))).equals(text), String(size)).toBe(true)
  }
  expect(whole.includes('Nguyễn')).toBe(false)
  expect((await sealed('a', plain)).equals(whole)).toBe(false)
})

describe('what is refused', () => {
  const turned = (at: number) => {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] as number) ^ 1
    return bytes
  }
  const foreign = async () => opened(await sealed('a', plain, readBackupKey(pathOf('other-backup.key'))))
  /** Sealed for the right recovery key by somebody who knows it, but is not the server. */
  const forged = async () => {
    const { signWith } = readBackupKey(pathOf('other-backup.key'))
    return opened(await sealed('a', plain, { ...backupKey, signWith }))
  }
  const join3 = (...parts: Buffer[]) => Buffer.concat([whole.subarray(0, 36), ...parts, whole.subarray(-64)])
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['a bit of the beginning was turned', () => opened(turned(0)), /no part of a backup/],
    ['a bit of the key was turned', () => opened(turned(10)), /cannot be opened/],
    ['a bit of the length was turned', () => opened(turned(37)), /damaged/],
    ['a bit of the first piece was turned', () => opened(turned(100)), /cannot be opened/],
    ['a bit of the last piece was turned', () => opened(turned(whole.length - 70)), /cannot be opened/],
    ['a bit of the signature was turned', () => opened(turned(whole.length - 1)), /not signed/],
    ['it is empty', () => opened(Buffer.alloc(0)), /end is missing/],
    ['it ends within a piece', () => opened(whole.subarray(0, 5000)), /end is missing/],
    ['it ends between two pieces', () => opened(whole.subarray(0, starts[2])), /end is missing/],
    ['its signature is cut off', () => opened(whole.subarray(0, -64)), /end is missing/],
    ['a piece is left out', () => opened(join3(piece(0), piece(2), piece(3))), /cannot be opened/],
    ['the last piece is left out', () => opened(join3(piece(0), piece(1), piece(2))), /damaged|end is missing/],
    ['two pieces are exchanged', () => opened(join3(piece(1), piece(0), piece(2), piece(3))), /cannot be opened/],
    ['a piece comes twice', () => opened(join3(piece(0), piece(0), piece(1), piece(2), piece(3))), /cannot be opened/],
    ['something was added', () => opened(Buffer.concat([whole, Buffer.of(0)])), /added/],
    ['it lies under the name of another', () => opened(whole, 'b'), /exchanged/],
    ['it was made for another recovery key', foreign, /another recovery key/],
    ['it was made by another server', forged, /not signed by the server/],
  ])('%s', async (_, opening, words) => {
    await expect(opening()).rejects.toThrow(words)
  })
})

describe('keys', () => {
  test('are for their owner only, are never written over, and are refused where others can read them', () => {
    expect(statSync(pathOf('backup.key')).mode & 0o777).toBe(0o600)
    expect(() => makeKeys(pathOf('new.key'), pathOf('recovery.key'))).toThrow('EEXIST')
    chmodSync(pathOf('other-recovery.key'), 0o644)
    expect(() => readRecoveryKey(pathOf('other-recovery.key'))).toThrow('chmod 600')
    expect(() => readRecoveryKey(pathOf('backup.key'))).toThrow('is not a recovery key')
    expect(() => readRecoveryKey(pathOf('none.key'))).toThrow('there is no recovery key')
  })

  test('the one of the server does not hold what opens', () => {
    const { open: pair } = JSON.parse(readFileSync(pathOf('recovery.key'), 'utf8')) as { open: { d: string } }
    expect(readFileSync(pathOf('backup.key'), 'utf8')).not.toContain(pair.d)
  })
})
