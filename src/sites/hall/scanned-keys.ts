import { longestScan } from './card.ts'

/** A scanner types faster than people: what comes slower than this is something else. */
const pauseMs = 400

/** Nothing that is scanned here is shorter. */
const shortestScan = 8

/** What of a pressed key is looked at. */
type Pressed = Pick<KeyboardEvent, 'key' | 'timeStamp' | 'altKey' | 'ctrlKey' | 'metaKey'>

/**
 * Puts together what a scanner types, and answers it at the key that ends it: scanners are sold with Enter and with Tab. A letter that a scanner writes by
 * its number on the key pad, while Alt is held, comes without a key of its own and is missing; what a Vietnamese input method takes back to put
 * its tone on is taken back here, too.
 */
export function createScanReader() {
  let typed = ''
  let before = -Infinity
  return {
    /** Whether this key goes on with what was typed just before. */
    isWithin: ({ timeStamp }: Pressed): boolean => typed !== '' && timeStamp - before <= pauseMs,
    read({ key, timeStamp, altKey, ctrlKey, metaKey }: Pressed): string | undefined {
      if (timeStamp - before > pauseMs) typed = ''
      before = timeStamp
      if (altKey || ctrlKey || metaKey) return undefined
      if (key === 'Enter' || key === 'Tab') {
        const whole = typed
        typed = ''
        return whole.length < shortestScan ? undefined : whole
      }
      if (key === 'Backspace') typed = Array.from(typed).slice(0, -1).join('')
      else if (Array.from(key).length === 1 && typed.length <= longestScan) typed += key
      return undefined
    },
  }
}
