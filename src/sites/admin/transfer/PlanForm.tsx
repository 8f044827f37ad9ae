import { useActionData, useLoaderData } from 'react-router'
import { isPlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { mostBegins } from '#engines/directory/contract.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Check, FieldRow, RadioChips, SelectField, TextField } from '#ui/office/Fields.tsx'
import { PickCards } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { refusedAt } from '../../office/staff.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import type { action, loader } from './person.tsx'
import { isLastDay, wordOf, type TypedPost } from './read-plan.ts'
import { kindWords, transferWords } from './words.ts'

const words = {
  paper: { vi: 'Văn bản', en: 'The document' },
  what: { vi: 'Việc', en: 'What' },
  moves: { vi: 'Điều động, bổ nhiệm', en: 'Moves' },
  leaves: { vi: 'Thôi việc', en: 'Leaves' },
  ends: { vi: 'Thôi giữ', en: 'Ends' },
  leavesText: {
    vi: 'Mọi vị trí kết thúc, tài khoản đóng từ ngày hiệu lực.',
    en: 'Every post ends; the account is shut from that day.',
  },
  begins: { vi: 'Nhận vị trí', en: 'Begins' },
  beginsText: {
    vi: 'Bỏ dấu rồi bấm Xem trước để thôi nhận một vị trí.',
    en: 'Untick one and look ahead to take it away.',
  },
  gone: { vi: 'Vị trí không có vào ngày này', en: 'A post that is not there on the day' },
  full: { vi: 'Một quyết định nhận nhiều nhất {count} vị trí.', en: 'One decision gives {count} posts at the most.' },
  add: { vi: 'Thêm vị trí này', en: 'Add this post' },
  stillHeld: {
    vi: '{name} còn giữ vào ngày ấy: cho thôi giữ trước, hoặc chọn hình thức khác',
    en: '{name} still holds it that day: end that first, or choose another way to hold it',
  },
  noDay: { vi: 'Ghi ngày có thật', en: 'Give a date that exists' },
  past: { vi: 'Ngày này đã qua. Chọn hôm nay hoặc ngày sau', en: 'This day is over. Choose today or later' },
  reversed: { vi: 'Sau ngày hiệu lực', en: 'After the day in force' },
  lastWrong: { vi: 'Phải từ ngày hiệu lực trở đi', en: 'It must not be before the day in force' },
  find: { vi: 'Tìm nơi nhận', en: 'Find the unit' },
  noUnit: { vi: 'Không thấy đơn vị “{text}”', en: 'No unit “{text}”' },
  unit: { vi: 'Đơn vị nhận', en: 'Unit' },
  post: { vi: 'Vị trí ở {unit}', en: 'Posts of {unit}' },
  vacant: { vi: 'Khuyết', en: 'Vacant' },
  heldBy: { vi: '{name} đang giữ', en: 'Held by {name}' },
  noPost: { vi: 'Đơn vị này chưa có vị trí nào. Thêm ở trang Tổ chức.', en: 'No posts yet. Add one in Organisation.' },
  how: { vi: 'Hình thức', en: 'How' },
  last: { vi: 'Đến hết ngày (nếu có thời hạn)', en: 'Through (if it has an end)' },
  preview: { vi: 'Xem trước', en: 'Look ahead' },
} as const satisfies Record<string, Words>

/** The decision as it is being written: a plain form whose answers stand in the address, so that looking ahead writes nothing. */
export function PlanForm() {
  const { official, typed, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const { language } = useAdmin()
  const t = useSay()
  const wrongDay = (text: string) => (typed.isFresh || isPlainDate(text) ? undefined : t(words.noDay))
  const isReversed = isPlainDate(typed.effectiveOn) && typed.decidedOn > typed.effectiveOn
  const isPast = isPlainDate(typed.effectiveOn) && typed.effectiveOn < today
  return (
    <form method="get" key={JSON.stringify(typed)}>
      <Block title={t(words.paper)} small>
        <TextField
          name="quyet-dinh"
          label={t(transferWords.document)}
          value={typed.document}
          required
          {...errorOf(refusedAt(refused, 'decision.document', language))}
        />
        <FieldRow>
          <TextField
            name="ngay-qd"
            type="date"
            label={t(transferWords.decidedOn)}
            value={typed.decidedOn || today}
            required
            {...errorOf(
              isReversed ? t(words.reversed) : typed.decidedOn === '' ? undefined : wrongDay(typed.decidedOn),
            )}
          />
          <TextField
            name="hieu-luc"
            type="date"
            label={t(transferWords.effectiveOn)}
            value={typed.effectiveOn}
            required
            {...errorOf(isPast ? t(words.past) : wrongDay(typed.effectiveOn))}
          />
        </FieldRow>
        <TextField
          name="ly-do"
          label={t(transferWords.reason)}
          value={typed.reason}
          {...errorOf(refusedAt(refused, 'decision.reason', language))}
        />
      </Block>
      <Block title={t(words.what)} small>
        <RadioChips
          name="viec"
          legend={t(words.what)}
          value={typed.leaves ? 'thoi-viec' : 'dieu-dong'}
          options={[
            { value: 'dieu-dong', text: t(words.moves) },
            { value: 'thoi-viec', text: t(words.leaves) },
          ]}
        />
        {typed.leaves && <p className="quiet">{t(words.leavesText)}</p>}
        {!typed.leaves && official.posts.length > 0 && (
          <fieldset className="plan-fields">
            <legend>{t(words.ends)}</legend>
            {official.posts.map((post) => (
              <Check
                key={post.postId}
                name="thoi"
                value={post.appointmentId ?? ''}
                checked={typed.isFresh || typed.ends.includes(post.appointmentId ?? '')}
              >
                {post.title}, {post.unitName}
              </Check>
            ))}
          </fieldset>
        )}
      </Block>
      {!typed.leaves && (
        <Block title={t(words.begins)} small>
          {typed.begins.length > 0 && (
            <fieldset className="plan-fields" aria-describedby="nhan-says">
              <legend className="unseen">{t(words.begins)}</legend>
              {typed.begins.map((one) => (
                <Begun key={one.post} {...one} />
              ))}
              <p className="field-hint" id="nhan-says">
                {t(words.beginsText)}
              </p>
            </fieldset>
          )}
          {typed.begins.length < mostBegins ? (
            <NextPost />
          ) : (
            <p className="quiet">{t(words.full, { count: mostBegins })}</p>
          )}
        </Block>
      )}
      <Block>
        <ActionRow>
          <Act kind="primary" icon="eye" text={t(words.preview)} />
        </ActionRow>
      </Block>
    </form>
  )
}

const errorOf = (error: string | undefined) => (error === undefined ? {} : { error })

/** A post that they get, ticked; without the tick the next look is without it. */
function Begun(begun: TypedPost) {
  const { official, typed, posts } = useLoaderData<typeof loader>()
  const t = useSay()
  const { post, kind, last } = begun
  const then = posts[post]
  const isHeld = kind === 'regular' && then !== undefined && then.personId !== null && then.personId !== official.id
  const how = [
    t(kindWords[kind]),
    ...(isPlainDate(last) ? [t(transferWords.until, { day: showDate(last) }).toLocaleLowerCase('vi')] : []),
  ]
  return (
    <>
      <Check name="nhan" value={wordOf(begun)} checked>
        {then === undefined ? t(words.gone) : `${then.title}, ${then.unitName}`}
        <br />
        <small>{how.join(' · ')}</small>
      </Check>
      {isHeld && <p className="field-error">{t(words.stillHeld, { name: then.personName ?? '' })}</p>}
      {!isLastDay(last, typed.effectiveOn) && <p className="field-error">{t(words.lastWrong)}</p>}
    </>
  )
}

/** Looks for a unit, then for a post there; sent with the form, what was chosen joins the others. */
function NextPost() {
  const { typed, units, unit } = useLoaderData<typeof loader>()
  const t = useSay()
  const { next } = typed
  return (
    <div className="plan-fields">
      <div className="search-line">
        <TextField name="tim" type="search" label={t(words.find)} value={typed.where} />
        <Act text={t(adminWords.search)} icon="search" />
      </div>
      {typed.where !== '' && units.length === 0 && <p className="quiet">{t(words.noUnit, { text: typed.where })}</p>}
      {units.length > 0 && (
        <SelectField
          name="don-vi"
          label={t(words.unit)}
          value={unit?.id ?? ''}
          options={[{ value: '', text: '…' }, ...units.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      )}
      {unit !== undefined && unit.posts.length === 0 && <p className="quiet">{t(words.noPost)}</p>}
      {unit !== undefined && unit.posts.length > 0 && (
        <>
          <PickCards
            name="vi-tri"
            legend={t(words.post, { unit: unit.name })}
            {...(next && { value: next.post })}
            cards={unit.posts.map((post) => ({
              value: post.id,
              head: post.title,
              children: post.personName === null ? t(words.vacant) : t(words.heldBy, { name: post.personName }),
            }))}
          />
          <SelectField
            name="hinh-thuc"
            label={t(words.how)}
            value={next?.kind ?? 'regular'}
            options={(['regular', 'acting', 'secondment'] as const).map((kind) => ({
              value: kind,
              text: t(kindWords[kind]),
            }))}
          />
          <TextField
            name="den"
            type="date"
            label={t(words.last)}
            value={next?.last ?? ''}
            {...errorOf(next && (isPlainDate(next.last) ? t(words.lastWrong) : t(words.noDay)))}
          />
          <ActionRow>
            <Act text={t(words.add)} icon="plus" />
          </ActionRow>
        </>
      )}
    </div>
  )
}
