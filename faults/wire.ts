import { serialize } from 'pg-protocol'

/** One message of a client of PostgreSQL ("Message Formats" of its documentation). */
export interface FrontMessage {
  readonly bytes: Buffer
  /** It commits a transaction in which a dossier was filed. */
  readonly commitsFiling: boolean
}

const filing = /insert into services\.dossier\b/

/** Reads what a client sends over one connection: which statement has which name, and what its transaction has done. */
export class FrontMessages {
  /** Behind every bound commit. */
  readonly executeAndSync = Buffer.concat([serialize.execute(), serialize.sync()])
  #rest = Buffer.alloc(0)
  #hasStarted = false
  #isFiling = false
  readonly #texts = new Map<string, string>()

  /** Whole messages; the beginning of one waits for the rest. */
  read(chunk: Buffer): FrontMessage[] {
    const whole: FrontMessage[] = []
    this.#rest = Buffer.concat([this.#rest, chunk])
    for (;;) {
      // The first message of a connection has no type before its length.
      const head = this.#hasStarted ? 1 : 0
      if (this.#rest.length < head + 4) return whole
      const length = head + this.#rest.readInt32BE(head)
      if (this.#rest.length < length) return whole
      const bytes = this.#rest.subarray(0, length)
      this.#rest = this.#rest.subarray(length)
      const commitsFiling = this.#hasStarted && this.#see(bytes)
      this.#hasStarted = true
      whole.push({ bytes, commitsFiling })
    }
  }

  /** Whether it is such a commit. */
  #see(bytes: Buffer): boolean {
    const kind = String.fromCharCode(bytes[0] as number)
    const parts = bytes.toString('latin1', 5).split('\0')
    if (kind === 'P') this.#texts.set(parts[0] as string, parts[1] as string)
    if (kind !== 'B') return false
    const text = this.#texts.get(parts[1] as string) ?? ''
    if (text === 'begin') this.#isFiling = false
    if (filing.test(text)) this.#isFiling = true
    return text === 'commit' && this.#isFiling
  }

  /** The same place in the conversation, undoing instead. */
  asRollback(_commit: FrontMessage): Buffer {
    return Buffer.concat([serialize.parse({ name: '', text: 'rollback' }), serialize.bind({ statement: '' })])
  }

  /** The answer to that, saying what the client wants to hear. */
  asCommitted(answer: Buffer): Buffer {
    const at = answer.indexOf('ROLLBACK\0') - 5
    const tail = answer.subarray(at + 1 + answer.readInt32BE(at + 1))
    const tag = Buffer.from('C\0\0\0\x0bCOMMIT\0', 'latin1')
    return Buffer.concat([answer.subarray(0, at), tag, tail])
  }
}
