import { showDate } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { Button, ButtonRow } from '#ui/portal/Button.tsx'
import { ActionCard, CardGrid } from '#ui/portal/Cards.tsx'
import { StatusBadge, type Tone } from '#ui/portal/StatusBadge.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'

export const mayWords = {
  file: {
    label: { vi: 'Nộp hồ sơ', en: 'File' },
    hint: { vi: 'Khai, nộp, bổ sung, rút hồ sơ của ông/bà', en: 'Write, send, correct and withdraw dossiers of yours' },
  },
  follow: {
    label: { vi: 'Theo dõi', en: 'Follow' },
    hint: { vi: 'Xem mọi hồ sơ của ông/bà trong các thủ tục này', en: 'Read all your dossiers in these procedures' },
  },
  receive: {
    label: { vi: 'Nhận kết quả', en: 'Receive results' },
    hint: { vi: 'Xem và tải hồ sơ đã có kết quả', en: 'Read and fetch dossiers that have a result' },
  },
} as const satisfies Record<string, { readonly label: Words; readonly hint: Words }>

const words = {
  until: { vi: 'Đến hết {day}', en: 'Until the end of {day}' },
  all: { vi: 'Mọi thủ tục', en: 'All procedures' },
  guardian: { vi: 'Giám hộ', en: 'Guardian' },
  accept: { vi: 'Nhận làm thay', en: 'Accept' },
  decline: { vi: 'Từ chối', en: 'Decline' },
  revoke: { vi: 'Thôi nhờ', en: 'Withdraw it' },
  giveUp: { vi: 'Thôi làm thay', en: 'Give it up' },
} as const satisfies Record<string, Words>

const states = {
  waiting: { tone: 'waiting', words: { vi: 'Chờ trả lời', en: 'Waiting for an answer' } },
  accepted: { tone: 'good', words: { vi: 'Đang có hiệu lực', en: 'In force' } },
  declined: { tone: 'paused', words: { vi: 'Đã từ chối', en: 'Declined' } },
  ended: { tone: 'paused', words: { vi: 'Đã chấm dứt', en: 'Ended' } },
  over: { tone: 'paused', words: { vi: 'Đã hết hạn', en: 'Over' } },
} as const satisfies Record<string, { readonly tone: Tone; readonly words: Words }>

type Mandate = Awaited<ReturnType<Client['directory']['listMandates']>>['given'][number]

interface MandateCardsProps {
  readonly language: Language
  readonly mandates: readonly Mandate[]
  /** Of procedures, by their code. */
  readonly names: ReadonlyMap<string, string>
  /** The reader acts by them; otherwise they gave them. */
  readonly isHeld: boolean
}

/** Who may do what for whom until when, each with its way to end it. */
export function MandateCards({ language, mandates, names, isHeld }: MandateCardsProps) {
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  const button = (act: string, text: Words, kind?: 'secondary') => (
    <Button name="act" value={act} {...(kind && { kind })}>
      {t(text)}
    </Button>
  )
  return (
    <CardGrid>
      {mandates.map((one) => {
        const isOpen = one.kind === 'authorised' && (one.state === 'waiting' || one.state === 'accepted')
        const state = states[one.state]
        return (
          <ActionCard
            key={one.id}
            tone={state.tone}
            edge="side"
            level={3}
            title={one.name}
            badge={<StatusBadge tone={state.tone}>{t(state.words)}</StatusBadge>}
            actions={
              isOpen && (
                <form method="post">
                  <FormToken />
                  <SendOnce />
                  <input type="hidden" name="id" value={one.id} />
                  {isHeld && one.state === 'waiting' ? (
                    <ButtonRow>
                      {button('accept', words.accept)}
                      {button('decline', words.decline, 'secondary')}
                    </ButtonRow>
                  ) : (
                    button('end', isHeld ? words.giveUp : words.revoke, 'secondary')
                  )}
                </form>
              )
            }
          >
            {one.enterprise && <p>{one.enterprise}</p>}
            {one.kind === 'guardian' && <p>{t(words.guardian)}</p>}
            <p>{one.may.map((may) => t(mayWords[may].label)).join(', ')}</p>
            <p>{one.procedures?.map((code) => names.get(code) ?? code).join('; ') ?? t(words.all)}</p>
            <p>{t(words.until, { day: showDate(one.until) })}</p>
            {one.document && <p className="note">{one.document}</p>}
          </ActionCard>
        )
      })}
    </CardGrid>
  )
}
