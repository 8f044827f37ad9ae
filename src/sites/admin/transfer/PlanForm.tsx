import { useLoaderData } from 'react-router'
import type { Words } from '#values/words.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Check, FieldRow, RadioChips, SelectField, TextField } from '#ui/office/Fields.tsx'
import { PickCards } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-admin.ts'
import { adminWords } from '../words.ts'
import type { loader } from './person.tsx'
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
  const { official, typed, today, units, unit } = useLoaderData<typeof loader>()
  const t = useSay()
  const isFresh = typed.effectiveOn === ''
  return (
    <form method="get" key={JSON.stringify(typed)}>
      <Block title={t(words.paper)} small>
        <TextField name="quyet-dinh" label={t(transferWords.document)} value={typed.document} required />
        <FieldRow>
          <TextField
            name="ngay-qd"
            type="date"
            label={t(transferWords.decidedOn)}
            value={typed.decidedOn || today}
            required
          />
          <TextField
            name="hieu-luc"
            type="date"
            label={t(transferWords.effectiveOn)}
            value={typed.effectiveOn}
            required
          />
        </FieldRow>
        <TextField name="ly-do" label={t(transferWords.reason)} value={typed.reason} />
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
          <fieldset>
            <legend>{t(words.ends)}</legend>
            {official.posts.map((post) => (
              <Check
                key={post.postId}
                name="thoi"
                value={post.appointmentId ?? ''}
                checked={isFresh || typed.ends.includes(post.appointmentId ?? '')}
              >
                {post.title}, {post.unitName}
              </Check>
            ))}
          </fieldset>
        )}
      </Block>
      {!typed.leaves && (
        <Block title={t(words.begins)} small>
          <TextField name="tim" type="search" label={t(words.find)} value={typed.where} />
          {typed.where !== '' && units.length === 0 && (
            <p className="quiet">{t(words.noUnit, { text: typed.where })}</p>
          )}
          {units.length > 0 && (
            <SelectField
              name="don-vi"
              label={t(words.unit)}
              value={typed.unit}
              options={[{ value: '', text: '…' }, ...units.map(({ id, name }) => ({ value: id, text: name }))]}
            />
          )}
          {unit !== undefined && unit.posts.length === 0 && <p className="quiet">{t(words.noPost)}</p>}
          {unit !== undefined && unit.posts.length > 0 && (
            <>
              <PickCards
                name="vi-tri"
                legend={t(words.post, { unit: unit.name })}
                value={typed.post}
                cards={unit.posts.map((post) => ({
                  value: post.id,
                  head: post.title,
                  children: post.personName === null ? t(words.vacant) : t(words.heldBy, { name: post.personName }),
                }))}
              />
              <SelectField
                name="hinh-thuc"
                label={t(words.how)}
                value={typed.kind}
                options={(['regular', 'acting', 'secondment'] as const).map((kind) => ({
                  value: kind,
                  text: t(kindWords[kind]),
                }))}
              />
              <TextField name="den" type="date" label={t(words.last)} value={typed.last} />
            </>
          )}
          {units.length === 0 && <Act text={t(adminWords.search)} icon="search" />}
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
