import { useEffect, useRef, useState } from 'react'
import type { Board } from '#engines/queue/contract.ts'
import { sayEachOnce } from './calls-to-say.ts'

/** Each call is heard so often. */
const times = 2

/** `silent`: the server has no voice; `blocked`: the browser wants a touch before it makes a sound. */
export type VoiceState = 'speaks' | 'silent' | 'blocked'

/** Says every call that comes after the board was opened, one after the other. */
export function useVoice(calls: Board['calls']): VoiceState {
  const [state, setState] = useState<VoiceState>('speaks')
  const [dueOf] = useState(() => sayEachOnce(calls))
  const queue = useRef(Promise.resolve())
  useEffect(() => {
    for (const { ticket } of dueOf(calls)) queue.current = queue.current.then(() => say(ticket, setState))
  }, [calls, dueOf])
  useEffect(() => {
    const allow = () => setState((now) => (now === 'blocked' ? 'speaks' : now))
    document.addEventListener('pointerdown', allow)
    return () => document.removeEventListener('pointerdown', allow)
  }, [])
  return state
}

async function say(ticket: string, setState: (state: VoiceState) => void): Promise<void> {
  for (let time = 0; time < times; time++) {
    const now = await play(`/queue/tickets/${ticket}/voice`)
    setState(now)
    if (now !== 'speaks') return
  }
}

const play = (address: string): Promise<VoiceState> =>
  new Promise((resolve) => {
    const audio = new Audio(address)
    audio.addEventListener('ended', () => resolve('speaks'))
    audio.addEventListener('error', () => resolve('silent'))
    audio.play().catch((error: unknown) => resolve(isBlocked(error) ? 'blocked' : 'silent'))
  })

const isBlocked = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotAllowedError'
