import type { Listener } from '#kernel/operations/engine.ts'
import { concernedBy, type ToldMandate } from '#engines/directory/index.ts'
import type { Words } from '#values/words.ts'
import { tell } from './tell.ts'

const link = '/trang-cua-toi/lam-thay'

/** Tells who is asked to act for somebody, and who asked them what they answered. */
export function tellMandates(publicUrl: string): readonly Listener[] {
  const listener = (
    event: string,
    say: (of: ToldMandate, accept: boolean) => { readonly personId: string | null; readonly words: Words },
  ): Listener => ({
    event,
    name: `tell-${event}`,
    async run(ctx, { mandateId, accept }: { mandateId: string; accept?: boolean }, eventId) {
      const concerned = await concernedBy(ctx.tx, mandateId)
      if (concerned === undefined) return
      const { personId, words } = say(concerned, accept === true)
      if (personId === null) return
      await tell(
        ctx.tx,
        { personId, to: 'citizen', kind: event, words, link, dedupe: eventId, at: ctx.now(), isGuarded: true },
        publicUrl,
      )
    },
  })
  return [
    listener('directory.mandate-given', ({ namedId, giverName }) => ({
      personId: namedId,
      words: {
        vi: `${giverName} nhờ ông/bà làm thủ tục thay. Xem rồi nhận hoặc từ chối.`,
        en: `${giverName} asks you to act for them. See what it is, then accept or decline.`,
      },
    })),
    listener('directory.mandate-answered', ({ giverId, holderName }, accept) => ({
      personId: giverId,
      words: accept
        ? { vi: `${holderName} đã nhận làm thủ tục thay ông/bà.`, en: `${holderName} agreed to act for you.` }
        : { vi: `${holderName} không nhận làm thủ tục thay ông/bà.`, en: `${holderName} declined to act for you.` },
    })),
  ]
}
