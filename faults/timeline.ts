import type { Tried } from './try-fault.ts'

const [left, width, lane, gap] = [230, 900, 34, 10]
const bucketMs = 250

/** A picture of a run: a lane each, requests answered by quarter of a second, what was refused or not answered, and when something was broken. */
export function drawTimeline(tried: readonly Tried[]): string {
  const lastMs = Math.max(1000, ...tried.flatMap(({ asked }) => asked.map(({ ended }) => ended)))
  const x = (ms: number) => (left + (ms / lastMs) * width).toFixed(1)
  const wide = (ms: number) => Math.max(1, (ms / lastMs) * width).toFixed(1)
  const lanes = tried.map((one, at) => {
    const top = 40 + at * (lane + gap)
    const bottom = top + lane
    const counts = Map.groupBy(one.asked, ({ ended }) => Math.floor(ended / bucketMs))
    const most = Math.max(1, ...[...counts.values()].map((asked) => asked.length))
    const bars = [...counts].map(([bucket, asked]) => {
      const good = asked.filter(({ status }) => status > 0 && status < 500).length
      const high = (count: number) => (count / most) * lane
      const bar = (count: number, from: number, color: string) =>
        `<rect x="${x(bucket * bucketMs)}" y="${(bottom - high(from + count)).toFixed(1)}" width="${wide(bucketMs)}" height="${high(count).toFixed(1)}" fill="${color}"/>`
      return bar(good, 0, '#2f7d4f') + bar(asked.length - good, good, '#b3261e')
    })
    const broken = one.broken.map(
      ({ from, to }) =>
        `<rect x="${x(from)}" y="${top}" width="${wide(to - from)}" height="${lane}" fill="#f2c94c" fill-opacity="0.6"/>`,
    )
    const back = one.backSeconds === undefined ? 'never back' : `back in ${one.backSeconds.toFixed(1)} s`
    return `<g><text x="8" y="${top + 14}"${one.passed ? '' : ' fill="#b3261e"'}>${one.name}</text><text x="8" y="${top + 28}" font-size="10">${one.receipts} receipts, ${back}</text>${broken.join('')}${bars.join('')}</g>`
  })
  const high = 60 + tried.length * (lane + gap)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + width + 20}" height="${high}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/><text x="8" y="20">Requests answered (green), refused or lost (red), something broken (yellow); ${(lastMs / 1000).toFixed(0)} s across</text>${lanes.join('')}</svg>\n`
}
