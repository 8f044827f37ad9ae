import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'

export interface BreachedPasswords {
  /** Whether the list has it. */
  has(password: string): Promise<boolean>
  close(): Promise<void>
}

/** Longer than any line, `HASH:count` with CR and LF. */
const longestLine = 80

/**
 * A list of leaked passwords as these are distributed: SHA-1 in hex and a count on each line, in the order of the hashes. It may have
 * tens of gigabytes: searched by bisection, some thirty short reads, never loaded. Throws one line where the file is not there or
 * not such a list.
 */
export async function openBreachedPasswords(path: string): Promise<BreachedPasswords> {
  const file = await open(path).catch((error: Error) => {
    throw new Error(`configuration: BREACHED_PASSWORDS cannot be read: ${error.message}`)
  })
  const { size } = await file.stat()
  const first = await lineAt(file, 0)
  if (!/^[0-9A-F]{40}(:\d+)?$/i.test(first.text)) {
    await file.close()
    throw new Error(
      `configuration: BREACHED_PASSWORDS must hold lines of SHA-1 hash and count, in order; ${path} does not`,
    )
  }
  return {
    has: (password) => holds(file, size, createHash('sha1').update(password).digest('hex').toUpperCase()),
    close: () => file.close(),
  }
}

async function holds(file: FileHandle, size: number, sought: string): Promise<boolean> {
  // The line, if it is there, begins in [low, high).
  let [low, high] = [0, size]
  while (low < high) {
    const { start, end, text } = await lineAt(file, Math.floor((low + high) / 2))
    const hash = text.slice(0, 40).toUpperCase()
    if (hash === sought) return true
    if (sought < hash) high = start
    else low = end
  }
  return false
}

/** The line that a byte of the file belongs to; `end` is where the next one begins. */
async function lineAt(file: FileHandle, position: number) {
  const from = Math.max(0, position - longestLine)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * longestLine), 0, 2 * longestLine, from)
  const around = buffer.toString('latin1', 0, bytesRead)
  const start = around.lastIndexOf('\n', position - from - 1) + 1
  const found = around.indexOf('\n', Math.max(start, position - from))
  const end = found === -1 ? around.length : found + 1
  return { start: from + start, end: from + end, text: around.slice(start, end).trimEnd() }
}
