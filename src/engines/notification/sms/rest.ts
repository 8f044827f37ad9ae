const shortestMs = 500
const longestMs = 30_000

/** How long a far side is left alone: each time it is crowded again, twice as long as before. */
export function createRest() {
  let ms = 0
  let until = 0
  const isOver = () => performance.now() >= until
  return {
    isOver,
    /** Of many that were under way at once, the first refusal begins it. */
    begin() {
      if (!isOver()) return
      ms = Math.min(longestMs, Math.max(shortestMs, ms * 2))
      until = performance.now() + ms
    },
    /** Something was taken again. */
    forget() {
      if (isOver()) ms = 0
    },
  }
}
