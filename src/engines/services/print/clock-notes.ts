import { showInstant } from '#values/show-time.ts'
import { stopGrounds, type ClockStop } from '#engines/calendar/index.ts'

/** For form 05: each time the clock stood, which does not count for the limit. The last ones, where there were very many. */
export const clockNotes = (stops: readonly ClockStop[]): string[] =>
  stops.slice(-10).map(({ from, to, ground }) => {
    const until = to === undefined ? 'nay' : showInstant(to, 'vi')
    return `Không tính vào hạn: từ ${showInstant(from, 'vi')} đến ${until}, ${stopGrounds[ground].vi}.`
  })
