import { createLog } from '#kernel/log.ts'
import { startPlatform, type Platform } from '#commands/start-platform.ts'
import type { Board } from '#engines/queue/contract.ts'
import { callerOf, callerWith } from './caller.ts'
import { configOf, demoInstallation } from './installation.ts'
import { atMost, percentile, timed, type Row } from './measure.ts'

const calls = 200
const boards = 5

/** From the request that calls a number to the moment when the last of five boards has it. */
export async function measureQueueBoard(): Promise<Row[]> {
  const installation = await demoInstallation()
  const log = createLog('error')
  const platform = await startPlatform(configOf(installation), installation.databaseUrl, log, { pages: false })
  try {
    const now = new Date()
    const head = await callerOf(platform, installation, 'giamdoc.motcua', now)
    const officer = await callerOf(platform, installation, 'motcua.tinh', now)
    const { desks } = await officer('GET', '/queue/desk')
    const desk = desks.find((one: { number: number }) => one.number === 7)
    await officer('POST', `/queue/desks/${desk.id}/officer`, {})
    const register = async (kind: string): Promise<string> =>
      (await head('POST', '/queue/devices', { kind, name: kind })).token
    const shown = await Promise.all(
      Array.from({ length: boards }, async () => openBoard(platform, await register('board'))),
    )
    const took: number[] = []
    while (took.length < calls) {
      // One kiosk gives only so many a minute.
      const kiosk = callerWith(platform, await register('kiosk'))
      for (let order = 0; order < 20; order++) {
        await kiosk('POST', '/queue/tickets', { serviceId: desk.services[0].id })
        took.push(
          await timed(async () => {
            const { code } = await officer('POST', '/queue/desk/call', {})
            await Promise.all(shown.map(({ until }) => until(code)))
          }),
        )
      }
    }
    await Promise.all(shown.map(({ close }) => close()))
    const note = `${calls} calls, ${boards} boards; p50 ${percentile(took, 0.5).toFixed(1)} ms, longest ${Math.max(...took).toFixed(1)} ms`
    return [atMost('queue board latency, call to display, p99', percentile(took, 0.99), 300, 'ms', { note })]
  } finally {
    await platform.close()
  }
}

/** A board that reads what is pushed to it until a number is the last that was called. */
async function openBoard(platform: Platform, token: string) {
  const answer = await platform.app.request('http://localhost/queue/board/events', {
    headers: { Authorization: `Bearer ${token}` },
  })
  if (!answer.ok || answer.body === null) throw new Error(`board: ${answer.status}`)
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  return {
    async until(code: string): Promise<void> {
      for (;;) {
        const { value = '' } = await reader.read()
        const told = /^data: (.*)/.exec(value)?.[1]
        if (told !== undefined && (JSON.parse(told) as Board).calls[0]?.code === code) return
      }
    },
    close: () => reader.cancel(),
  }
}
