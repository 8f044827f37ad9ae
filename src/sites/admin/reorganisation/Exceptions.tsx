import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { IconButton } from '#ui/office/Button.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { refusedAt, type Refused } from '../../office/staff.ts'
import { useAdmin, useSay } from '../use-admin.ts'
import { HeadFields } from './HeadFields.tsx'
import { Picker } from './Picker.tsx'
import { PlanButton, PlanForm } from './PlanForm.tsx'
import type { View } from './view.ts'

const words = {
  exceptions: { vi: 'Hồ sơ đi riêng', en: 'Dossiers apart' },
  text: {
    vi: 'Hồ sơ nêu ở đây về nơi ghi bên cạnh, không theo quy tắc chung.',
    en: 'These go where it says beside them, whatever the rule.',
  },
  add: { vi: 'Thêm hồ sơ đi riêng', en: 'Add a dossier' },
  dossier: { vi: 'Mã hồ sơ', en: 'Code of the dossier' },
  to: { vi: 'Về xã, phường', en: 'To the commune' },
  submit: { vi: 'Thêm', en: 'Add' },
  take: { vi: 'Bỏ {dossier}', en: 'Take out {dossier}' },
  none: { vi: 'Không có.', en: 'None.' },
  head: { vi: 'Thông tin, quy tắc', en: 'Head and rules' },
  save: { vi: 'Ghi', en: 'Save' },
  from: { vi: 'Tổ chức của ngày {day} là nơi bắt đầu.', en: 'It begins from the organisation of {day}.' },
} as const satisfies Record<string, Words>

interface PartProps {
  readonly view: View
  readonly refused: Refused['refused'] | undefined
}

/** Dossiers that go to a commune by name, whatever the rule for divided ones says. */
export function Exceptions({ view, refused }: PartProps) {
  const { language } = useAdmin()
  const t = useSay()
  const mine = refused?.typed['viec'] === 'ngoai-le' ? refused : undefined
  const wrong = refusedAt(mine, 'ho-so', language)
  const { overrides } = view.plan
  return (
    <Block title={t(words.exceptions)} small>
      <p className="quiet">{overrides.length === 0 ? t(words.none) : t(words.text)}</p>
      <LineList
        label={t(words.exceptions)}
        lines={overrides.map(({ dossier, code, name }) => ({
          id: dossier,
          text: <span className="code">{dossier}</span>,
          note: `${name} (${code})`,
          ...(view.state === 'draft' && {
            right: (
              <PlanButton what="bo-ngoai-le" fields={{ 'ho-so': dossier }}>
                <IconButton icon="x" label={t(words.take, { dossier })} />
              </PlanButton>
            ),
          }),
        }))}
      />
      {view.state === 'draft' && (
        <PlanForm
          key={overrides.length}
          what="ngoai-le"
          title={t(words.add)}
          submit={t(words.submit)}
          open={mine !== undefined}
        >
          <TextField
            name="ho-so"
            label={t(words.dossier)}
            value={mine?.typed['ho-so'] ?? ''}
            autoComplete="off"
            code
            {...(wrong !== undefined && { error: wrong })}
          />
          <Picker
            id="ngoai-le-vao"
            name="vao"
            label={t(words.to)}
            finds="xa"
            asOf={view.asOf}
            value={mine?.typed['vao']}
            error={refusedAt(mine, 'vao', language)}
          />
        </PlanForm>
      )}
    </Block>
  )
}

/** What the plan says of itself, and its rules, to be changed while it is a draft. */
export function Head({ view, refused }: PartProps) {
  const t = useSay()
  const mine = refused?.typed['viec'] === 'thong-tin' ? refused : undefined
  const kept = {
    'ten-dot': view.title,
    'van-ban': view.document,
    ngay: view.effectiveOn,
    'chon-truong': view.plan.officials.chief,
    'chia-nguoi': view.plan.officials.spread,
    'chia-ho-so': view.plan.split,
  }
  return (
    <Block small>
      <PlanForm
        key={JSON.stringify(kept)}
        what="thong-tin"
        title={t(words.head)}
        submit={t(words.save)}
        open={mine !== undefined}
      >
        <HeadFields values={mine?.typed ?? kept} refused={mine} />
        <p className="quiet">{t(words.from, { day: showDate(view.asOf) })}</p>
      </PlanForm>
    </Block>
  )
}
