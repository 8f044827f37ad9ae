import { useEffect, useRef, useState } from 'react'
import type { Board } from '#engines/queue/contract.ts'

/** Each call is heard so often. */
const times = 2

/** `silent`: the server has no voice; `blocked`: the browser wants a touch before it makes a sound. */
export type VoiceState = 'speaks' | 'silent' | 'blocked'

/** Says every call that comes after the board was opened, one after the other. */
export function useVoice(last: Board['calls'][number] | undefined): VoiceState {
  const [state, setState] = useState<VoiceState>('speaks')
  const key = last && `${last.ticket} ${last.at.getTime()}`
  const heard = useRef(key)
  const queue = useRef(Promise.resolve())
  useEffect(() => {
    if (key === undefined || key === heard.current) return
    heard.current = key
    const ticket = key.split(' ')[0]
    queue.current = queue.current.then(async () => {
      for (let time = 0; time < times; time++) {
        const now = await play(`/queue/tickets/${ticket}/voice`)
        setState(now)
        if (now !== 'speaks') return
      }
    })
  }, [key])
  useEffect(() => {
    const allow = () => setState((now) => (now === 'blocked' ? 'speaks' : now))
    document.addEventListener('pointerdown', allow)
    return () => document.removeEventListener('pointerdown', allow)
  }, [])
  return state
}

const play = (address: string): Promise<VoiceState> =>
  new Promise((resolve) => {
    const audio = new Audio(address)
    audio.addEventListener('ended', () => resolve('speaks'))
    audio.addEventListener('error', () => resolve('silent'))
    audio.play().catch((error: unknown) => resolve(isBlocked(error) ? 'blocked' : 'silent'))
  })

const isBlocked = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotAllowedError'
