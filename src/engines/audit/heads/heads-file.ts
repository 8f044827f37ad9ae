import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Queries } from '#kernel/database/connect.ts'
import { readJson } from '../read-json.ts'
import type { Head } from '../seal.ts'
import { viewHead, viewKey, type PublicKey, type SignedHead } from './signed-head.ts'
import { headsAfter, readKeys } from './stored-heads.ts'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)
const HeadLine = z.object({ head: z.object({ size: z.int(), root: Hex, seal: z.int(), at: z.iso.datetime() }) })

/** No line is half as long. */
const tailLength = 4096

export interface FileHead extends Head {
  readonly seal: number
  readonly at: string
}

export const lineOfKey = (key: PublicKey): string => JSON.stringify({ key: viewKey(key) })
export const lineOfHead = (head: SignedHead): string => JSON.stringify({ head: viewHead(head) })

/** Heads and the keys they are signed with as JSON lines, `{"key"}` and `{"head"}`: for this file and for `audit export --heads`. */
export async function* linesOfHeads(on: Queries, after?: FileHead): AsyncGenerator<string> {
  for (const key of await readKeys(on, after?.at)) yield lineOfKey(key)
  for await (const head of headsAfter(on, after?.size ?? 0)) yield lineOfHead(head)
}

/** The last head in the file; undefined where there is none. */
export async function lastHeadIn(file: string): Promise<FileHead | undefined> {
  const lines = (await readTail(file)).split('\n')
  const last = lines.map((line) => readJson(HeadLine, line)).findLast((line) => line !== undefined)
  return last && { ...last.head, root: Buffer.from(last.head.root, 'hex') }
}

/** Adds what the file does not have yet, and has it on the disk when this answers. */
export async function appendHeads(on: Queries, file: string): Promise<void> {
  const last = await lastHeadIn(file)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await using handle = await open(file, 'a')
  // A full disk may have cut the last line off.
  if (!/^$|\n$/.test(await readTail(file))) await handle.appendFile('\n')
  for await (const line of linesOfHeads(on, last)) await handle.appendFile(`${line}\n`)
  await handle.sync()
}

async function readTail(file: string): Promise<string> {
  const opened = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (opened === undefined) return ''
  await using handle = opened
  const start = Math.max(0, (await handle.stat()).size - tailLength)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(tailLength), 0, tailLength, start)
  return buffer.toString('utf8', 0, bytesRead)
}
