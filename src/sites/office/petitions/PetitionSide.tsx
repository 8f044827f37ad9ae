import { dateAt } from '#values/plain-date.ts'
import { showDayMonth, showInstant, showWeekday } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { History } from '#ui/office/History.tsx'
import { Block, Pane } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { DueBadge } from '../DueBadge.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { ActForm, type PetitionPart } from './ActForm.tsx'
import { caseWords, stateTones, stateWords } from './words.ts'

const words = {
  side: { vi: 'Thời hạn và việc làm được', en: 'Dates and actions' },
  before: { vi: 'Trước {day}', en: 'By {day}' },
  done: { vi: 'Không còn hạn', en: 'Nothing is due' },
  accept: { vi: 'Nhận hoặc từ chối', en: 'Accept or refuse' },
  supplement: { vi: 'Hỏi thêm người gửi', en: 'Ask the sender' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  publish: { vi: 'Đăng công khai', en: 'Publish' },
  until: { vi: 'đến {day}', en: 'until {day}' },
  acceptIt: { vi: 'Nhận giải quyết', en: 'Accept' },
  case: { vi: 'Loại vụ việc', en: 'Case' },
  ask: { vi: 'Hỏi thêm điều gì', en: 'What to ask' },
  askIt: { vi: 'Hỏi thêm', en: 'Ask' },
  reason: { vi: 'Vì sao từ chối', en: 'Why refuse' },
  reasonHint: { vi: 'Người gửi đọc đúng những lời này.', en: 'The sender reads exactly this.' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  why: { vi: 'Vì sao gia hạn', en: 'Why put off' },
  extend: { vi: 'Gia hạn', en: 'Put off' },
  asked: { vi: 'Đang hỏi: {words}', en: 'Asked: {words}' },
  history: { vi: 'Lịch sử', en: 'History' },
} as const satisfies Record<string, Words>

/** The right column: until when, what may be done, what happened. */
export function PetitionSide({ petition, refused }: PetitionPart) {
  const { language, now } = useOffice()
  const t = useSay()
  const may = (act: string) => petition.acts.includes(act)
  const day = (at: Date) => `${showWeekday(dateAt(at), language)} ${showDayMonth(dateAt(at))}`
  const until = (term: Words, at: Date | null) =>
    at === null ? [] : [{ term: t(term), value: t(words.until, { day: day(at) }) }]
  const typed = (act: string, name: string) => (refused?.typed['do'] === act ? refused.typed[name] : undefined)
  const form = { petition, refused }
  return (
    <Pane label={t(words.side)} ground="ground">
      <Block
        title={petition.due === null ? t(words.done) : t(words.before, { day: day(petition.due) })}
        right={
          petition.due && petition.left ? (
            <DueBadge
              language={language}
              due={petition.due}
              left={petition.left}
              now={now}
              status={petition.status === 'waiting-sender' ? 'waiting-applicant' : undefined}
              wide
            />
          ) : (
            <StatusText tone={stateTones[petition.status]}>{t(stateWords[petition.status])}</StatusText>
          )
        }
      >
        <FactRows
          rows={[
            ...until(words.accept, petition.acceptDue),
            ...until(words.supplement, petition.supplementDue),
            ...until(words.answer, petition.answerDue),
            ...until(words.publish, petition.publishDue),
          ]}
        />
        {petition.status === 'waiting-sender' && petition.asked && <p>{t(words.asked, { words: petition.asked })}</p>}
      </Block>
      {may('accept') && (
        <Block>
          <ActForm {...form} acts={['accept']}>
            <input type="hidden" name="do" value="accept" />
            {petition.cases.length > 1 && (
              <SelectField
                name="case"
                label={t(words.case)}
                options={petition.cases.map((one) => ({
                  value: one,
                  text: caseWords[one] ? t(caseWords[one]) : one,
                }))}
              />
            )}
            <ActionRow>
              <Act kind="primary" icon="check" text={t(words.acceptIt)} />
            </ActionRow>
          </ActForm>
        </Block>
      )}
      {may('ask-more') && (
        <Block>
          <ActForm {...form} acts={['ask-more']}>
            <input type="hidden" name="do" value="ask-more" />
            <TextField name="words" id="ask-words" label={t(words.ask)} rows={2} value={typed('ask-more', 'words')} />
            <ActionRow>
              <Act icon="message-2" text={t(words.askIt)} />
            </ActionRow>
          </ActForm>
        </Block>
      )}
      {may('refuse') && (
        <Block>
          <ActForm {...form} acts={['refuse']}>
            <input type="hidden" name="do" value="refuse" />
            <TextField
              name="reason"
              id="refuse-reason"
              label={t(words.reason)}
              hint={t(words.reasonHint)}
              rows={2}
              value={typed('refuse', 'reason')}
            />
            <ActionRow>
              <Act icon="ban" text={t(words.refuse)} />
            </ActionRow>
          </ActForm>
        </Block>
      )}
      {may('extend') && (
        <Block>
          <ActForm {...form} acts={['extend']}>
            <input type="hidden" name="do" value="extend" />
            <TextField
              name="reason"
              id="extend-reason"
              label={t(words.why)}
              rows={2}
              value={typed('extend', 'reason')}
            />
            <ActionRow>
              <Act icon="clock" text={t(words.extend)} />
            </ActionRow>
          </ActForm>
        </Block>
      )}
      <Block title={t(words.history)} small>
        <History
          tight
          items={petition.history.map((one) => ({
            title: t(one.words),
            when: showInstant(one.at, language),
            text: [one.who, one.note].filter(Boolean).join(': ') || undefined,
          }))}
        />
      </Block>
    </Pane>
  )
}
