import { useCallback, useEffect, useRef, useState } from 'react'
import type { Language } from '#values/words.ts'
import type { Lookups } from '#engines/forms/contract.ts'
import { forgetReception, keepReception, keepTyped, listKept, type KeptReception } from './kept-receptions.ts'
import { sendReception } from './send-reception.ts'

const everyMs = 20_000
/** How long the numbers of what was sent stay listed. */
const listedMs = 2 * 86_400_000

/** What this browser keeps, and how sending it goes. */
export interface Receptions {
  readonly all: readonly KeptReception[]
  /** The officer has to sign in before anything can be sent. */
  readonly isSignedOut: boolean
  keep(one: KeptReception): Promise<void>
  keepTyped(id: string, typed: Partial<KeptReception>): Promise<void>
  forget(id: string): Promise<void>
  send(): Promise<void>
}

/** Keeps receptions in the browser and sends what waits, one after the other, as soon as the line is back; of several windows one does. */
export function useReceptions(account: string, lookups: Lookups, language: Language): Receptions {
  const [all, setAll] = useState<readonly KeptReception[]>([])
  const [isSignedOut, setSignedOut] = useState(false)
  const isSending = useRef(false)
  const isWanted = useRef(false)

  const read = useCallback(async () => {
    const now = Date.now()
    const kept = await listKept()
    for (const one of kept) if (one.state === 'sent' && one.savedAt < now - listedMs) await forgetReception(one.id)
    setAll(kept.filter((one) => one.state !== 'sent' || one.savedAt >= now - listedMs))
  }, [])
  const keep = useCallback(
    async (one: KeptReception) => {
      await keepReception({ ...one, savedAt: Date.now() })
      await read()
    },
    [read],
  )
  const typed = useCallback(
    async (id: string, over: Partial<KeptReception>) => {
      await keepTyped(id, { ...over, savedAt: Date.now() })
      await read()
    },
    [read],
  )
  const forget = useCallback(
    async (id: string) => {
      await forgetReception(id)
      await read()
    },
    [read],
  )

  const sendAll = useCallback(async () => {
    for (const one of await listKept()) {
      if (one.state !== 'waiting' || one.account !== account) continue
      let { papers } = one
      const sent = await sendReception(one, lookups, language, async (now) => {
        papers = now
        await keepReception({ ...one, papers })
      })
      setSignedOut(sent.state === 'signed-out')
      if (sent.state === 'away' || sent.state === 'signed-out') return
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
  return { all, isSignedOut, keep, keepTyped: typed, forget, send }
}
