import { Form, useNavigation } from 'react-router'
import type { ReactNode } from 'react'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import {
  functionWords,
  sayFunction,
  sayTier,
  sayUnitKind,
  staffingWords,
  unitKindWords,
} from '#engines/directory/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import type { Post, UnitWithPosts } from './organisation-data.ts'
import { TrailLinks } from './TrailLinks.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { SendOnce } from '../SendOnce.tsx'
import { FormToken } from '../FormToken.tsx'

const words = {
  code: { vi: 'Mã', en: 'Code' },
  kind: { vi: 'Loại', en: 'Kind' },
  tier: { vi: 'Cấp', en: 'Tier' },
  area: { vi: 'Địa bàn', en: 'Area' },
  organ: { vi: 'Mã định danh', en: 'Organ code' },
  tax: { vi: 'Mã số thuế', en: 'Tax code' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  addUnit: { vi: 'Thêm đơn vị trực thuộc', en: 'Add a unit below' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  addPost: { vi: 'Thêm vị trí', en: 'Add a post' },
  name: { vi: 'Tên', en: 'Name' },
  postTitle: { vi: 'Tên vị trí', en: 'Title' },
  function: { vi: 'Chức năng trong quy trình', en: 'Function in processes' },
  functionHint: { vi: 'Quyền theo chức năng: chuyên viên, trưởng phòng, lãnh đạo…', en: 'Rights follow the function' },
  staffing: { vi: 'Loại biên chế', en: 'Counts as' },
  codeHint: { vi: 'Chữ in, số, dấu chấm, gạch nối', en: 'Capitals, digits, dots, dashes' },
  holder: { vi: 'Người giữ', en: 'Holder' },
  vacant: { vi: 'Khuyết', en: 'Vacant' },
  vacantText: {
    vi: 'Việc của vị trí này dồn về người khác cùng chức năng trong đơn vị, hoặc chờ đến khi có người.',
    en: 'Its work goes to others of the same function, or waits.',
  },
  appoint: { vi: 'Bố trí người', en: 'Appoint' },
  newPerson: { vi: 'Người mới, chưa có trong hệ thống', en: 'Someone new' },
  fullName: { vi: 'Họ tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  findPerson: { vi: 'Tìm cán bộ', en: 'Find an official' },
  noPerson: { vi: 'Không thấy “{text}”', en: 'No “{text}”' },
  choose: { vi: 'Người được bố trí', en: 'Who' },
  how: { vi: 'Hình thức', en: 'Kind' },
  regular: { vi: 'Bổ nhiệm', en: 'Regular' },
  acting: { vi: 'Giao quyền (ký Q.)', en: 'Acting (signs Q.)' },
  secondment: { vi: 'Biệt phái', en: 'Secondment' },
  decision: { vi: 'Quyết định số', en: 'Decision' },
  end: { vi: 'Thôi giữ vị trí', en: 'End the appointment' },
  endOn: { vi: 'Kể từ ngày', en: 'From' },
  endText: {
    vi: 'Việc đang giữ không mất: chuyển về chức năng của đơn vị, quyền thôi ngay ngày đó.',
    en: 'Open work stays with the function; rights end that day.',
  },
  readOnly: {
    vi: 'Chỉ xem. Người sửa được: quản trị hệ thống, từ hôm nay trở đi.',
    en: 'Read-only. The administrator changes it, from today on.',
  },
  transfer: { vi: 'Điều động, thôi việc theo quyết định…', en: 'Transfer by a decision…' },
  back: { vi: 'Về đơn vị {name}', en: 'Back to {name}' },
} as const satisfies Record<string, Words>

interface ToolsProps {
  readonly unit: UnitWithPosts
  /** From when a change holds, unless another day is chosen. */
  readonly from: PlainDate
  readonly mayManage: boolean
  readonly typed: Readonly<Record<string, string>> | undefined
}

/** A unit: what is known of it, and what can be changed. */
export function UnitTools({ unit, from, mayManage, typed }: ToolsProps) {
  const known = useAdmin()
  const t = useSay()
  const facts = [
    { term: t(words.code), value: unit.code },
    { term: t(words.kind), value: t(sayUnitKind(unit.kind)) },
    { term: t(words.tier), value: t(sayTier(unit.tier)) },
    { term: t(words.area), value: unit.areaCode },
    { term: t(words.organ), value: unit.organCode },
    { term: t(words.tax), value: unit.taxCode },
    { term: t(words.address), value: unit.address },
    { term: t(words.phone), value: unit.phone },
  ]
  return (
    <>
      <Block title={unit.shortName ?? unit.name} small>
        <FactRows rows={facts.flatMap(({ term, value }) => (value ? [{ term, value }] : []))} />
        {known.me.permissions.includes('office-hours.manage') && (
          <Act icon="clock" text={t(adminWords.officeHours)} href={`/quan-tri/gio-lam-viec?don-vi=${unit.id}`} />
        )}
      </Block>
      {!mayManage ? (
        <Block>
          <p className="quiet">{t(words.readOnly)}</p>
        </Block>
      ) : (
        <Block>
          <Doing title={t(words.addPost)} what="them-vi-tri" unit={unit} typed={typed}>
            <TextField name="ten" id="vi-tri-ten" label={t(words.postTitle)} value={typed?.['ten']} required />
            <SelectField
              name="chuc-nang"
              label={t(words.function)}
              hint={t(words.functionHint)}
              value={typed?.['chuc-nang'] ?? 'specialist'}
              options={Object.entries(functionWords).map(([value, said]) => ({ value, text: t(said) }))}
            />
            <SelectField
              name="loai-bien-che"
              id="vi-tri-loai"
              label={t(words.staffing)}
              value={typed?.['loai-bien-che']}
              options={Object.entries(staffingWords).map(([value, said]) => ({ value, text: t(said) }))}
            />
            <TextField name="tu-ngay" id="vi-tri-tu" type="date" label={t(adminWords.from)} value={from} />
          </Doing>
          <Doing title={t(words.addUnit)} what="them-don-vi" unit={unit} typed={typed}>
            <TextField name="ten" id="don-vi-ten" label={t(words.name)} value={typed?.['ten']} required />
            <TextField
              name="ma"
              label={t(words.code)}
              hint={t(words.codeHint)}
              value={typed?.['ma'] ?? `${unit.code}.`}
              code
              required
            />
            <SelectField
              name="loai"
              label={t(words.kind)}
              value={typed?.['loai'] ?? 'division'}
              options={Object.entries(unitKindWords).map(([value, said]) => ({ value, text: t(said) }))}
            />
            <TextField name="tu-ngay" id="don-vi-tu" type="date" label={t(adminWords.from)} value={from} />
          </Doing>
          <Doing title={t(words.rename)} what="doi-ten" unit={unit} typed={typed}>
            <TextField name="ten" id="doi-ten" label={t(words.name)} value={typed?.['ten'] ?? unit.name} required />
            <TextField name="tu-ngay" id="doi-ten-tu" type="date" label={t(adminWords.from)} value={from} />
          </Doing>
        </Block>
      )}
      <TrailLinks known={known} object={`unit:${unit.id}`} unit={unit.id} />
    </>
  )
}

interface PostToolsProps extends ToolsProps {
  readonly post: Post
  readonly people: readonly Post[]
  readonly who: string
}

/** A post: who holds it, and how that changes. */
export function PostTools({ post, unit, people, who, from, mayManage, typed }: PostToolsProps) {
  const t = useSay()
  const found = new Map(
    people.flatMap((one) =>
      one.personId === null ? [] : [[one.personId, `${one.personName} – ${one.title}, ${one.unitName}`] as const],
    ),
  )
  return (
    <>
      <Block title={post.title} small>
        <FactRows
          rows={[
            {
              term: t(words.holder),
              value: post.personName ?? t(words.vacant),
              tone: post.personName === null ? ('soon' as const) : undefined,
            },
            {
              term: t(words.function),
              value: t(sayFunction(post.function)),
            },
          ]}
        />
        {post.personName === null && (
          <NoteBox tone="soon" icon="alert-triangle">
            <p>{t(words.vacantText)}</p>
          </NoteBox>
        )}
        <p>
          <a href={`/quan-tri/to-chuc?don-vi=${unit.id}`}>{t(words.back, { name: unit.shortName ?? unit.name })}</a>
        </p>
      </Block>
      {!mayManage ? (
        <Block>
          <p className="quiet">{t(words.readOnly)}</p>
        </Block>
      ) : post.appointmentId !== null ? (
        <Block>
          <p>
            <a href={`/quan-tri/can-bo/${post.personId}`}>{t(words.transfer)}</a>
          </p>
          <Doing title={t(words.end)} what="thoi-giu" unit={unit} typed={typed}>
            <input type="hidden" name="bo-nhiem" value={post.appointmentId} />
            <TextField name="tu-ngay" id="thoi-tu" type="date" label={t(words.endOn)} value={from} />
            <p className="quiet">{t(words.endText)}</p>
          </Doing>
        </Block>
      ) : (
        <Block title={t(words.appoint)} small>
          <form method="get" action="/quan-tri/to-chuc" className="search-line" key={who}>
            <input type="hidden" name="don-vi" value={unit.id} />
            <input type="hidden" name="vi-tri" value={post.id} />
            <TextField name="nguoi" label={t(words.findPerson)} value={who} autoComplete="off" />
            <Act text={t(adminWords.search)} />
          </form>
          {who !== '' && found.size === 0 && <p className="quiet">{t(words.noPerson, { text: who })}</p>}
          {found.size > 0 && (
            <Doing title={t(words.appoint)} what="bo-nhiem" unit={unit} typed={typed} open>
              <input type="hidden" name="vi-tri" value={post.id} />
              <SelectField
                name="nguoi-giu"
                label={t(words.choose)}
                options={[...found].map(([value, text]) => ({ value, text }))}
              />
              <HowAppointed id="bo-nhiem" typed={typed} from={from} />
            </Doing>
          )}
          <Doing title={t(words.newPerson)} what="nguoi-moi" unit={unit} typed={typed}>
            <input type="hidden" name="vi-tri" value={post.id} />
            <TextField name="ho-ten" label={t(words.fullName)} value={typed?.['ho-ten']} autoComplete="off" />
            <TextField name="ngay-sinh" type="date" label={t(words.birthDate)} value={typed?.['ngay-sinh']} />
            <TextField name="dien-thoai" label={t(words.phone)} value={typed?.['dien-thoai']} autoComplete="off" />
            <HowAppointed id="nguoi-moi" typed={typed} from={from} />
          </Doing>
        </Block>
      )}
    </>
  )
}

interface HowAppointedProps {
  readonly id: string
  readonly typed: Readonly<Record<string, string>> | undefined
  readonly from: PlainDate
}

/** By which decision, how and from when: the same of someone known and someone new. */
function HowAppointed({ id, typed, from }: HowAppointedProps) {
  const t = useSay()
  return (
    <>
      <SelectField
        name="hinh-thuc"
        id={`${id}-hinh-thuc`}
        label={t(words.how)}
        value={typed?.['hinh-thuc'] ?? 'regular'}
        options={[
          { value: 'regular', text: t(words.regular) },
          { value: 'acting', text: t(words.acting) },
          { value: 'secondment', text: t(words.secondment) },
        ]}
      />
      <TextField name="quyet-dinh" id={`${id}-quyet-dinh`} label={t(words.decision)} value={typed?.['quyet-dinh']} />
      <TextField name="tu-ngay" id={`${id}-tu`} type="date" label={t(adminWords.from)} value={from} />
    </>
  )
}

interface DoingProps {
  readonly title: string
  readonly what: string
  readonly unit: UnitWithPosts
  readonly typed: Readonly<Record<string, string>> | undefined
  readonly open?: boolean
  readonly children: ReactNode
}

/** One change: folded away until asked for, open again when it was refused. */
export function Doing({ title, what, unit, typed, open, children }: DoingProps) {
  const t = useSay()
  const { state } = useNavigation()
  return (
    <details className="more" open={open || typed?.['viec'] === what || undefined} key={unit.id}>
      <summary>{title}</summary>
      <Form method="post">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="viec" value={what} />
        <input type="hidden" name="don-vi" value={unit.id} />
        {children}
        <Act kind="primary" text={t(adminWords.save)} refused={state === 'submitting' ? '…' : undefined} />
      </Form>
    </details>
  )
}
