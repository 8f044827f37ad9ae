import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { smallPdf } from './test-platform.ts'

/** What a citizen holds: the request that was answered, the answer, and the file they sent. */
export interface Receipt {
  /** With the session that they have now. */
  readonly who: { readonly token: string }
  readonly draft: string
  readonly key: string
  readonly file: string
  readonly sha256: string
  readonly id: string
  readonly code: string
}

/** One request and what came of it, in milliseconds of `performance.now()`; status 0 = nobody answered. */
export interface Asked {
  readonly begun: number
  readonly ended: number
  readonly status: number
  /** Set when it filed a dossier. */
  readonly receipt?: Receipt
}

export interface FilingClient {
  readonly token: string
  /** Drafts that lack only the paper `certificate`; taken from the end. */
  readonly drafts: string[]
  /** Answers the token of another session, where theirs has ended; without it that is a refusal. */
  readonly signIn?: () => Promise<string>
}

type Citizen = Pick<FilingClient, 'signIn'> & { token: string }

export interface FilingLoad {
  readonly receipts: readonly Receipt[]
  readonly asked: readonly Asked[]
  /** What was truly refused: neither a receipt nor a promise that trying again helps. */
  readonly refusals: readonly string[]
  /** Resolves with the instant when a dossier was filed by a request that began after this one. */
  filedAfter(begun: number, longestMs: number): Promise<number | undefined>
  /** Waits until so many more were filed, at most so long. */
  goOn(more: number, longestMs?: number): Promise<void>
  /** Each client ends what it has begun, so that whatever was filed has its receipt. */
  stop(): Promise<void>
}

interface FilingOptions {
  readonly url: string
  readonly clients: readonly FilingClient[]
  /** False: a client as none should be, that sends every try under another key. */
  readonly keepsKeys?: boolean
  /** How long it waits for one answer, and tries in all. */
  readonly answerMs?: number
  readonly patienceMs?: number
  /** How long each rests between two dossiers; not at all, else. */
  readonly restMs?: number
}

/** Citizens who file dossiers with a file each, one after the other, and try again as a browser does until they are answered. */
export function startFiling(options: FilingOptions): FilingLoad {
  const { url, keepsKeys = true, answerMs = 15_000, patienceMs = 120_000, restMs = 0 } = options
  const stopping = new AbortController()
  const receipts: Receipt[] = []
  const asked: Asked[] = []
  const refusals: string[] = []

  async function ask(
    path: string,
    who: Citizen,
    init: { readonly headers: Record<string, string>; readonly body: BodyInit },
    noted: (body: string, answer: Response) => Receipt | undefined,
  ) {
    const begun = performance.now()
    let status = 0
    let receipt: Receipt | undefined
    try {
      const answer = await fetch(url + path, {
        ...init,
        method: 'POST',
        headers: { Authorization: `Bearer ${who.token}`, ...init.headers },
        signal: AbortSignal.timeout(answerMs),
      })
      // An answer counts when all of it has come.
      const text = await answer.text()
      status = answer.status
      const isEnded = status === 401 && who.signIn !== undefined
      if (isEnded) who.token = await who.signIn()
      if (status >= 500 || isEnded) throw new Error(`${status}`)
      if (status >= 300) throw new Refused(`${path} ${status}: ${text.slice(0, 200)}`)
      receipt = noted(text, answer)
    } finally {
      asked.push({ begun, ended: performance.now(), status, ...(receipt && { receipt }) })
    }
  }

  const persist = async (attempt: () => Promise<void>): Promise<void> => {
    for (const until = performance.now() + patienceMs; ;) {
      try {
        return await attempt()
      } catch (error) {
        if (error instanceof Refused) throw error
        if (performance.now() > until) throw new Refused(`given up after ${patienceMs} ms: ${String(error)}`)
        await pause(50)
      }
    }
  }

  async function upload(who: Citizen): Promise<{ file: string; sha256: string }> {
    const bytes = new Uint8Array(smallPdf(randomUUID()))
    const headers = {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(bytes.length),
      'Upload-Metadata': `filename ${Buffer.from('bia-do.pdf').toString('base64')}`,
      'Content-Type': 'application/offset+octet-stream',
    }
    let file = ''
    await persist(() =>
      ask('/uploads', who, { headers, body: bytes }, (_, answer) => {
        file = (answer.headers.get('location') as string).split('/').at(-1) as string
        return undefined
      }),
    )
    return { file, sha256: createHash('sha256').update(bytes).digest('hex') }
  }

  const json = (body: unknown, key: string) => ({
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keepsKeys ? key : randomUUID() },
    body: JSON.stringify(body),
  })

  async function fileOne(who: Citizen, draft: string) {
    const { file, sha256 } = await upload(who)
    const [attaching, key] = [randomUUID(), randomUUID()]
    await persist(() =>
      ask(
        `/api/services/drafts/${draft}/papers`,
        who,
        json({ paper: 'certificate', fileId: file }, attaching),
        () => undefined,
      ),
    )
    await persist(() =>
      ask(`/api/services/drafts/${draft}/submission`, who, json({ declared: true }, key), (text) => {
        const { id, code } = JSON.parse(text) as { id: string; code: string }
        const receipt = { who, draft, key, file, sha256, id, code }
        receipts.push(receipt)
        return receipt
      }),
    )
  }

  const working = options.clients.map(async ({ drafts, ...client }) => {
    const who: Citizen = { ...client }
    while (!stopping.signal.aborted) {
      const draft = drafts.pop()
      if (draft === undefined) throw new Error('out of drafts')
      await fileOne(who, draft).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error
        refusals.push(error.message)
      })
      if (restMs > 0) await pause(restMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })
  // Said when it is stopped.
  const ended = Promise.all(working)
  ended.catch(() => {})

  const waitFor = async <Found>(
    find: () => Found | undefined | false,
    longestMs: number,
  ): Promise<Found | undefined> => {
    for (const until = performance.now() + longestMs; performance.now() < until; await pause(20)) {
      const found = find()
      if (found) return found
    }
    return undefined
  }

  return {
    receipts,
    asked,
    refusals,
    filedAfter: (begun, longestMs) =>
      waitFor(() => asked.find((one) => one.receipt !== undefined && one.begun >= begun)?.ended, longestMs),
    async goOn(more, longestMs = 60_000) {
      const wanted = receipts.length + more
      const reached = await waitFor(() => receipts.length >= wanted, longestMs)
      if (!reached) throw new Error(`${wanted - receipts.length} of ${more} dossiers were not filed in ${longestMs} ms`)
    },
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

class Refused extends Error {}
