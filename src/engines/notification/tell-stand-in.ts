import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { addDays } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { ToldDelegation } from '#engines/directory/index.ts'
import { tell } from './tell.ts'

/** Whoever gets somebody's work for a time is told, and whoever is away, where another entered it. */
export const tellStandIn = (publicUrl: string): Listener => ({
  event: 'directory.delegated',
  name: 'tell-stand-in',
  async run(ctx: Context, told: ToldDelegation, eventId: string) {
    const days = `${showDate(told.from)} – ${showDate(addDays(told.to, -1))}`
    const say = (personId: string, words: Words, dedupe: string) =>
      tell(
        ctx.tx,
        { personId, to: 'staff', kind: 'directory.delegated', words, link: '/can-bo/uy-quyen', dedupe, at: ctx.now() },
        publicUrl,
      )
    await say(
      told.toPersonId,
      {
        vi: `Bạn làm thay ${told.fromName}, ${days}. Việc ở thẻ “Được ủy quyền”`,
        en: `You stand in for ${told.fromName}, ${days}. The work is under “Delegated”`,
      },
      eventId,
    )
    if (told.enteredBy !== undefined)
      await say(
        told.fromPersonId,
        {
          vi: `${told.enteredBy} đã ghi bạn vắng ${days} và chọn người thay. Đi làm sớm thì bấm Chấm dứt`,
          en: `${told.enteredBy} entered that you are away, ${days}, with a stand-in. Back early? End it`,
        },
        `${eventId} away`,
      )
  },
})
