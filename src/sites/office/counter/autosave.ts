import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { typedText, type SaveRequest } from './typed-form.ts'

export type Saved = Awaited<ReturnType<Client['services']['saveCounterDraft']>>

export type Saving =
  | { readonly state: 'saving' | 'failed' }
  | { readonly state: 'saved'; readonly at: Date }
  /** A colleague or another window goes on with it: nothing of theirs is written over. */
  | { readonly state: 'stopped'; readonly words: Words }

export interface AutosaveGiven {
  readonly form: () => HTMLFormElement | null
  /** The draft to save for this text. */
  readonly requestOf: (text: string) => Omit<SaveRequest, 'revision'>
  readonly revision: number | undefined
  readonly tell: (saving: Saving, saved?: Saved) => void
}

const pauseMs = 1000
const retryMs = 5000

/**
 * Keeps the form of the counter on the server: a second after the last change, again when the line is back, and at once when the
 * page is left. One request at a time.
 */
export class Autosave {
  readonly #given: AutosaveGiven
  #timer: number | undefined
  #under: AbortController | undefined
  /** What the server has, or what stood there at first; nothing before `begin`. */
  #text: string | undefined
  #revision: number | undefined
  #isOver = false
  #isPaused = false

  constructor(given: AutosaveGiven) {
    this.#given = given
    this.#revision = given.revision
  }

  /** What stands there now is nobody's typing yet. */
  begin(): void {
    this.#text ??= this.#now()
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
    this.#text = this.#now()
    this.#revision = saved.revision
    this.#given.tell({ state: 'saved', at: saved.savedAt }, saved)
  }

  async save(isLeaving = false): Promise<void> {
    clearTimeout(this.#timer)
    const text = this.#now()
    if (text === undefined || text === this.#text || this.#isOver || this.#isPaused) return
    if (this.#under !== undefined && !isLeaving) return this.#wait(pauseMs)
    const { tell, requestOf } = this.#given
    tell({ state: 'saving' })
    const request = new AbortController()
    this.#under = request
    const { id, ...draft } = requestOf(text)
    const sent = await fetch(`/api/services/counter-drafts/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...draft, revision: this.#revision }),
      signal: request.signal,
      keepalive: isLeaving,
    }).catch(() => undefined)
    const answer: unknown = await sent?.json().catch(() => undefined)
    if (request.signal.aborted) return
    this.#under = undefined
    if (sent?.ok) {
      const saved = revived(answer as Saved)
      this.#text = text
      this.#revision = saved.revision
      tell({ state: 'saved', at: saved.savedAt }, saved)
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

  #now(): string | undefined {
    const form = this.#given.form()
    return form === null ? undefined : typedText(form)
  }
}

/** Instants come as text. */
const revived = (saved: Saved): Saved => ({
  ...saved,
  savedAt: new Date(saved.savedAt),
  promised: new Date(saved.promised),
})
