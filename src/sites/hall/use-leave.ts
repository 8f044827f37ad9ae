import { useEffect, useRef, useState } from 'react'

/** So long a kiosk keeps what somebody left on it. */
const keptSeconds = 40

/** Counts down to when the page is left by itself; every touch begins anew. Answers the seconds that are left. */
export function useLeave(onLeave: () => void, after = keptSeconds): number {
  const [left, setLeft] = useState(after)
  const latest = useRef(onLeave)
  useEffect(() => {
    latest.current = onLeave
  })
  useEffect(() => {
    let until = performance.now() + after * 1000
    const touch = () => void (until = performance.now() + after * 1000)
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setLeft(seconds)
      if (seconds === 0) latest.current()
    }, 500)
    document.addEventListener('pointerdown', touch)
    document.addEventListener('keydown', touch)
    return () => {
      clearInterval(timer)
      document.removeEventListener('pointerdown', touch)
      document.removeEventListener('keydown', touch)
    }
  }, [after])
  return left
}
