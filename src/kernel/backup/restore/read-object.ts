import { join } from 'node:path'
import type { RecoveryKey } from '../keys.ts'
import { open } from '../sealed.ts'

/** A small object as text. */
export async function readObject(from: string, name: string, key: RecoveryKey): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of open(join(from, name), name, key)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
