import { useCallback, useEffect, useRef, useState } from 'react'
import type { Language } from '#values/words.ts'
import type { Lookups } from '#engines/forms/contract.ts'
import {
  forgetReception,
  handReceptionIn,
  keepReception,
  keepTyped,
  listKept,
  type HandingIn,
  type KeptReception,
} from './kept-receptions.ts'
import { sendReception } from './send-reception.ts'
import { askTime } from './server-clock.ts'

const everyMs = 20_000
/** How long the numbers of what was sent stay listed. */
const listedMs = 2 * 86_400_000

/** What this browser keeps, and how sending it goes. */
export interface Receptions {
  readonly all: readonly KeptReception[]
  /** The officer has to sign in before anything can be sent. */
  readonly isSignedOut: boolean
  /** What was typed or scanned last is not kept: the disk of this machine has no room, or does not let it. */
  readonly trouble: 'full' | 'broken' | undefined
  /** Each answers whether this machine keeps it. */
  keep(one: KeptReception): Promise<boolean>
  keepTyped(id: string, typed: Partial<KeptReception>): Promise<boolean>
  handIn(id: string, given: Partial<KeptReception>, at: HandingIn): Promise<boolean>
  forget(id: string): Promise<void>
  /** Reads what other windows have kept since. */
  refresh(): Promise<void>
  send(): Promise<void>
}

/** Keeps receptions in the browser and sends what waits, one after the other, as soon as the line is back; of several windows one does. */
export function useReceptions(account: string, lookups: Lookups, language: Language): Receptions {
  const [all, setAll] = useState<readonly KeptReception[]>([])
  const [isSignedOut, setSignedOut] = useState(false)
  const [trouble, setTrouble] = useState<Receptions['trouble']>()
  const isSending = useRef(false)
  const isWanted = useRef(false)

  const read = useCallback(async () => {
    const now = Date.now()
    const kept = await listKept()
    for (const one of kept) if (one.state === 'sent' && one.savedAt < now - listedMs) await forgetReception(one.id)
    setAll(kept.filter((one) => one.state !== 'sent' || one.savedAt >= now - listedMs))
  }, [])
  const kept = useCallback(
    async (writes: Promise<void>): Promise<boolean> => {
      const went = await writes.then(
        () => undefined,
        (error: unknown) => (isFull(error) ? 'full' : 'broken'),
      )
      setTrouble(went)
      await read()
      return went === undefined
    },
    [read],
  )
  const keep = useCallback((one: KeptReception) => kept(keepReception({ ...one, savedAt: Date.now() })), [kept])
  const typed = useCallback(
    (id: string, over: Partial<KeptReception>) => kept(keepTyped(id, { ...over, savedAt: Date.now() })),
    [kept],
  )
  const handIn = useCallback(
    (id: string, given: Partial<KeptReception>, at: HandingIn) => kept(handReceptionIn(id, given, at)),
    [kept],
  )
  const forget = useCallback(
    async (id: string) => {
      await forgetReception(id)
      await read()
    },
    [read],
  )

  const sendAll = useCallback(async () => {
    const now = await askTime()
    if (now === undefined) return
    for (const one of await listKept()) {
      if (one.state !== 'waiting' || one.account !== account) continue
      let { papers } = one
      const sent = await sendReception(one, lookups, language, now, async (known) => {
        papers = known
        await keepReception({ ...one, papers })
      })
      setSignedOut(sent.state === 'signed-out')
      if (sent.state === 'away' || sent.state === 'signed-out') return
      if (sent.state === 'later') continue
      if (sent.state === 'refused') await keep({ ...one, ...sent, papers })
      // The server has it whole: of the citizen's data nothing stays on this machine.
      else await keep({ ...one, ...sent, papers: [], post: '' })
    }
  }, [account, lookups, language, keep])
  const send = useCallback(async () => {
    isWanted.current = true
    if (isSending.current) return
    isSending.current = true
    try {
      // Whoever asks while it goes on is heard afterwards.
      while (isWanted.current) {
        isWanted.current = false
        await navigator.locks.request('send-receptions', { ifAvailable: true }, (lock) => lock && sendAll())
      }
    } catch (error) {
      // Tried again by itself; meanwhile the officer knows that this machine keeps no more.
      setTrouble(isFull(error) ? 'full' : 'broken')
    } finally {
      isSending.current = false
      await read()
    }
  }, [sendAll, read])

  useEffect(() => {
    const again = () => void send()
    const first = setTimeout(again)
    addEventListener('online', again)
    const timer = setInterval(again, everyMs)
    return () => {
      clearTimeout(first)
      removeEventListener('online', again)
      clearInterval(timer)
    }
  }, [send])
  return { all, isSignedOut, trouble, keep, keepTyped: typed, handIn, forget, refresh: read, send }
}

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError'
