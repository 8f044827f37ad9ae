import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { checkFile } from './check-file.ts'
import { Refused } from './refused.ts'
import type { DiskFailure, Verdict } from './verdict.ts'

/**
 * The child process that looks into one file: arguments are the file and where cleaned bytes go. It answers one line of JSON
 * after `{}`, which tells the parent that the program itself is in order.
 */
const [path, cleanedPath] = process.argv.slice(2) as [string, string]

process.stdout.write('{}\n')
const verdict = await judge().catch((error: unknown): Verdict | DiskFailure => {
  if (error instanceof Refused) return { refused: error.code, detail: error.message }
  const { syscall, code } = error as NodeJS.ErrnoException
  // Of a disk that cannot be read or written the file knows nothing; beyond the size it may have, it does.
  if (syscall !== undefined && code !== undefined && code !== 'EFBIG') return { failed: code, detail: String(error) }
  // Whatever a parser stumbles over is not what it says it is.
  return { refused: 'damaged', detail: String(error) }
})
process.stdout.write(`${JSON.stringify(verdict)}\n`)

async function judge(): Promise<Verdict> {
  const bytes = readFileSync(path)
  const sentSha256 = digest(bytes)
  const { cleaned, ...found } = await checkFile(bytes)
  if (cleaned) writeFileSync(cleanedPath, cleaned)
  return {
    ...found,
    isCleaned: cleaned !== undefined,
    sentSha256,
    sha256: cleaned ? digest(cleaned) : sentSha256,
    size: (cleaned ?? bytes).length,
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
