import type { Words } from '#values/words.ts'

/** What every draft answers when it is saved. */
export interface Kept {
  readonly revision: number
  readonly savedAt: Date
}

export type Saving =
  | { readonly state: 'saving' | 'failed' }
  | { readonly state: 'saved'; readonly at: Date }
  /** A colleague or another window goes on with it: nothing of theirs is written over. */
  | { readonly state: 'stopped'; readonly words: Words }

export interface AutosaveGiven<Saved extends Kept> {
  /** What stands there now; undefined when it is gone from the page. */
  readonly text: () => string | undefined
  /** The operation that keeps this text, and what it is sent beside the revision. */
  readonly requestOf: (text: string) => { readonly path: string; readonly body: object }
  readonly revision: number | undefined
  /** `isBehind`: more was typed while it was saved. */
  readonly tell: (saving: Saving, saved?: Saved, isBehind?: boolean) => void
}

const pauseMs = 1000
const retryMs = 5000

/**
 * Keeps what is typed on the server: a second after the last change, again when the line is back, and at once when the
 * page is left. One request at a time.
 */
export class Autosave<Saved extends Kept> {
  readonly #given: AutosaveGiven<Saved>
  #timer: number | undefined
  #under: AbortController | undefined
  #sending: Promise<void> | undefined
  /** What the server has, or what stood there at first; nothing before `begin`. */
  #text: string | undefined
  #revision: number | undefined
  #isOver = false
  #isPaused = false

  constructor(given: AutosaveGiven<Saved>) {
    this.#given = given
    this.#revision = given.revision
  }

  /** What stands there now is nobody's typing yet. */
  begin(): void {
    this.#text ??= this.#given.text()
  }

  /** Something may have changed. */
  later(): void {
    this.#wait(pauseMs)
  }

  /** The form itself is being sent: nothing is saved meanwhile, nor when it leads away: it was filed then. */
  pause(): void {
    this.#isPaused = true
    clearTimeout(this.#timer)
    this.#under?.abort()
    this.#under = undefined
  }

  /** The form was sent and the page stays. */
  goOn(): void {
    this.#isPaused = false
  }

  /** The form was sent and looked at; this is what the server kept of it. */
  wasSent(saved: Saved): void {
    this.#text = this.#given.text()
    this.#revision = saved.revision
    this.#given.tell({ state: 'saved', at: saved.savedAt }, saved)
  }

  async save(isLeaving = false): Promise<void> {
    clearTimeout(this.#timer)
    const text = this.#given.text()
    if (text === undefined || text === this.#text || this.#isOver || this.#isPaused) return
    if (this.#under !== undefined && !isLeaving) return this.#wait(pauseMs)
    this.#sending = this.#send(text, isLeaving)
    await this.#sending
  }

  /** Whether something stands there that the server does not have. */
  isBehind(): boolean {
    return this.#under !== undefined || this.#given.text() !== this.#text
  }

  /** Saves what stands there without waiting for a pause, also where nobody typed yet and nothing is kept; answers whether the server has it all. */
  async settle(): Promise<boolean> {
    await this.#sending
    if (this.#revision === undefined) this.#text = undefined
    await this.save()
    return !this.isBehind()
  }

  async #send(text: string, isLeaving: boolean): Promise<void> {
    const { tell, requestOf } = this.#given
    tell({ state: 'saving' })
    const request = new AbortController()
    this.#under = request
    const { path, body } = requestOf(text)
    const sent = await fetch(`/api${path}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...body, revision: this.#revision }),
      signal: request.signal,
      keepalive: isLeaving,
    }).catch(() => undefined)
    const answer: unknown = await sent?.json().catch(() => undefined)
    if (request.signal.aborted) return
    this.#under = undefined
    if (sent?.ok) {
      const saved = { ...(answer as Saved), savedAt: new Date((answer as Saved).savedAt) }
      this.#text = text
      this.#revision = saved.revision
      tell({ state: 'saved', at: saved.savedAt }, saved, this.isBehind())
    } else if (sent?.status === 409) {
      this.#isOver = true
      tell({ state: 'stopped', words: (answer as { words: Words }).words })
    } else {
      tell({ state: 'failed' })
      // What the server does not take as it stands is sent again when it has changed.
      if (sent?.status !== 422) this.#wait(retryMs)
    }
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.save(), ms)
  }
}
