import { dateAt } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/portal/Button.tsx'
import { Section } from '#ui/portal/Columns.tsx'
import { RecordList } from '#ui/portal/DataTable.tsx'
import { LinkList } from '#ui/portal/SearchBox.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Đơn đang viết dở', en: 'Applications not sent yet' },
  saved: { vi: 'Lưu lúc {at}. Giữ đến {day}.', en: 'Saved at {at}. Kept until {day}.' },
  write: { vi: 'Viết tiếp', en: 'Continue' },
  discard: { vi: 'Bỏ đơn này', en: 'Throw it away' },
  sure: {
    vi: 'Bỏ hẳn? Những gì đã viết và tệp đã gửi sẽ mất. Ai được mời cùng nộp sẽ được báo.',
    en: 'Throw it away? What was written and the files sent are lost. Whoever was asked to file with you is told.',
  },
  behalf: { vi: 'Nộp thay {name}', en: 'For {name}' },
  yes: { vi: 'Bỏ hẳn', en: 'Throw away' },
  no: { vi: 'Giữ lại', en: 'Keep it' },
} as const satisfies Record<string, Words>

interface DraftsProps {
  readonly language: Language
  readonly drafts: Awaited<ReturnType<Client['services']['listMyDossiers']>>['drafts']
  /** The one that is about to be thrown away: it asks first. */
  readonly discarding: string | undefined
}

/** What was begun and not sent: each goes on where it stopped, or is thrown away. */
export function Drafts({ language, drafts, discarding }: DraftsProps) {
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  if (drafts.length === 0) return null
  return (
    <Section title={t(words.title)} id="don-dang-viet">
      <RecordList
        records={drafts.map((draft) => ({
          href: `/nop/${draft.id}/kiem-tra`,
          title: draft.procedureName,
          ...(draft.onBehalfOf === null ? {} : { code: t(words.behalf, { name: draft.onBehalfOf }) }),
          text:
            draft.id === discarding ? (
              <form method="post">
                <FormToken />
                <SendOnce />
                {t(words.sure)}
                <ButtonRow>
                  <Button kind="warn" name="discard" value={draft.id}>
                    {t(words.yes)}
                  </Button>
                  <ButtonLink kind="quiet" href="/trang-cua-toi#don-dang-viet">
                    {t(words.no)}
                  </ButtonLink>
                </ButtonRow>
              </form>
            ) : (
              t(words.saved, {
                at: showInstant(draft.savedAt, language),
                day: showDate(dateAt(draft.expiresAt)),
              })
            ),
          badge: draft.id !== discarding && (
            <LinkList
              links={[
                { href: `/nop/${draft.id}/kiem-tra`, text: t(words.write), icon: 'edit' },
                { href: `/trang-cua-toi?bo=${draft.id}#don-dang-viet`, text: t(words.discard), icon: 'trash' },
              ]}
            />
          ),
        }))}
      />
    </Section>
  )
}
