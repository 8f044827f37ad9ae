import { execFile } from 'node:child_process'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Log } from '#kernel/log.ts'
import { joinWaves } from './wave.ts'

/** What is said when a number is called. */
export interface SpokenCall {
  readonly letter: string
  readonly number: number
  readonly desk: number
}

export interface Voice {
  /** The call as a WAV file; undefined where the machine has no voice. */
  say(call: SpokenCall): Promise<Buffer<ArrayBuffer> | undefined>
}

/** Names of letters as they are said in Viet Nam. */
const letterNames = new Map(
  'A a,Ă á,Â ớ,B bê,C xê,D dê,Đ đê,E e,Ê ê,F ép,G giê,H hát,I i,J gi,K ca,L lờ,M mờ,N nờ,O o,Ô ô,Ơ ơ,P pê,Q quy,R rờ,S sờ,T tê,U u,Ư ư,V vê,W vê kép,X ích,Y y,Z dét'
    .split(',')
    .map((name) => [name.charAt(0), name.slice(2)] as const),
)

/** As many desks as a number of two digits names. */
const mostDesks = 99

/** What is spoken once and kept, by the name of its file. */
const pieces: Readonly<Record<string, string>> = {
  invite: 'Mời số',
  desk: 'đến quầy số',
  ...Object.fromEntries([...letterNames].map(([letter, name]) => [letterPiece(letter), name])),
  ...Object.fromEntries(Array.from({ length: mostDesks + 1 }, (_, number) => [`number-${number}`, String(number)])),
}

function letterPiece(letter: string): string {
  return `letter-${letter.codePointAt(0)}`
}

/** The files of a call in the order in which they are heard: digits one by one, so that `047` is not forty-seven. */
export const piecesOf = ({ letter, number, desk }: SpokenCall): string[] => [
  'invite',
  letterPiece(letter),
  ...String(number)
    .padStart(3, '0')
    .split('')
    .map((digit) => `number-${digit}`),
  'desk',
  `number-${desk}`,
]

const run = promisify(execFile)

/**
 * A voice made on this machine by `espeak-ng` (Debian package `espeak-ng`). Its pieces are spoken once into the data directory, when the first
 * board asks; a call only joins them. Without the program it stays silent, and is asked again after a restart.
 */
export function createVoice(dataDirectory: string, log: Pick<Log, 'warn'>, program = 'espeak-ng'): Voice {
  const folder = join(dataDirectory, 'voice')
  let made: Promise<boolean> | undefined
  return {
    async say(call) {
      made ??= makePieces(folder, program, log)
      if (!(await made)) return undefined
      return joinWaves(await Promise.all(piecesOf(call).map((piece) => readFile(join(folder, `${piece}.wav`)))))
    },
  }
}

async function makePieces(folder: string, program: string, log: Pick<Log, 'warn'>): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    for (const [piece, text] of Object.entries(pieces)) await makePiece(join(folder, `${piece}.wav`), program, text)
    return true
  } catch (error) {
    log.warn({ err: error, program }, 'numbers are called without a voice')
    return false
  }
}

/** Whole or not there: a process that was killed meanwhile left no half of a word. */
async function makePiece(path: string, program: string, text: string): Promise<void> {
  if ((await readFile(path).catch(() => undefined)) !== undefined) return
  await run(program, ['-v', 'vi', '-s', '130', '-z', '-w', `${path}.part`, '--', text])
  await rename(`${path}.part`, path)
}
