import { createHash } from 'node:crypto'
import { breakerOf } from '#kernel/outside/breakers.ts'
import { Problem } from '#values/errors.ts'
import { filesProblems } from '../problems.ts'
import { createClamd, usualLimits, type ClamdLimits } from './clamd.ts'

export interface ScanVerdict {
  /** The engine and the version of its signatures. */
  readonly by: string
  /** Name of the signature that fits; null = nothing was found. */
  readonly malware: string | null
}

/** Opened when its turn has come. */
type Open = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>

/** Looks for viruses, few files at a time. Whatever is not a whole answer is not clean: `scanWaits` (503). */
export interface Scanner {
  version(): Promise<string>
  /** The bytes must be those of this digest: what is scanned is what is stored. */
  scan(open: Open, sha256: string): Promise<ScanVerdict>
}

/** Threads of clamd that we take at most (it has ten), and how many may wait for one. */
const width = 4
const maxWaiting = 20

export function createScanner(url: string, limits: ClamdLimits = usualLimits): Scanner {
  const clamd = createClamd(url, limits)
  const breaker = breakerOf(url)
  const waiting: (() => void)[] = []
  let running = 0

  const turn = async (): Promise<void> => {
    if (running < width) running += 1
    else if (waiting.length >= maxWaiting) throw new Error('too many files wait for clamd')
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  const end = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  const look = async (open: Open, sha256: string): Promise<ScanVerdict> => {
    await turn()
    try {
      // Asked before: signatures that come in between are newer than what is written down, so the file is scanned again.
      const by = await breaker.ask(() => clamd.version())
      return { by, malware: readReply(await clamd.scan(proven(open, sha256))) }
    } finally {
      end()
    }
  }

  return {
    version: () => waitIfAway(breaker.ask(() => clamd.version())),
    scan: (open, sha256) => waitIfAway(look(open, sha256)),
  }
}

function readReply(reply: string): string | null {
  if (reply === 'stream: OK') return null
  const [, name] = /^stream: (.+) FOUND$/.exec(reply) ?? []
  if (name === undefined) throw new Error(`clamd says "${reply}"`)
  return name
}

/** Breaks off before clamd has the end when these are not the bytes of the digest. */
async function* proven(open: Open, sha256: string) {
  const hash = createHash('sha256')
  for await (const chunk of await open()) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw new Error(`content ${sha256} changed before it was scanned`)
}

const waitIfAway = <Answer>(asked: Promise<Answer>): Promise<Answer> =>
  asked.catch((cause: unknown) => {
    throw new Problem('scanWaits', filesProblems.scanWaits, { cause, retryAfterSeconds: 30 })
  })
