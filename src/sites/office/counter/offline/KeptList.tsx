import { showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { useOffice, useSay } from '../../use-office.ts'
import { dossierPath } from '../words.ts'
import type { Prepared } from './OfflineForm.tsx'
import type { Receptions } from './use-receptions.ts'

const words = {
  title: { vi: 'Giữ ở máy này', en: 'On this machine' },
  none: { vi: 'Chưa có hồ sơ nào', en: 'Nothing yet' },
  draft: { vi: 'Đang nhập', en: 'Being typed' },
  waiting: { vi: 'Chờ gửi khi có mạng', en: 'Waits for the line' },
  refused: { vi: 'Chưa gửi được, cần xem lại', en: 'Not sent, look at it' },
  sent: { vi: 'Đã gửi, mã {code}', en: 'Sent, code {code}' },
  goOn: { vi: 'Mở', en: 'Open' },
  discard: { vi: 'Bỏ', en: 'Discard' },
  see: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  nameless: { vi: 'Chưa ghi tên', en: 'No name yet' },
  others: {
    vi: '{count} hồ sơ do cán bộ khác nhận ở máy này, chờ người đó đăng nhập để gửi.',
    en: '{count} taken in by somebody else on this machine wait until they sign in.',
  },
  signedOut: { vi: 'Đăng nhập lại để gửi các hồ sơ đang chờ.', en: 'Sign in again to send what waits.' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  send: { vi: 'Gửi ngay', en: 'Send now' },
} as const satisfies Record<string, Words>

const tones = { draft: 'paused', waiting: 'soon', refused: 'late', sent: 'good' } as const

interface KeptListProps {
  readonly receptions: Receptions
  readonly account: string
  readonly procedures: readonly Prepared[]
  readonly onOpen: (id: string) => void
}

/** What this machine keeps: what is being typed, what waits for the line, and under which code the server has the rest. */
export function KeptList({ receptions, account, procedures, onOpen }: KeptListProps) {
  const { language } = useOffice()
  const t = useSay()
  const own = receptions.all.filter((one) => one.account === account)
  const others = receptions.all.filter((one) => one.account !== account && one.state !== 'sent').length
  const waits = own.some(({ state }) => state === 'waiting')
  return (
    <>
      <Block
        title={t(words.title)}
        count={own.length || undefined}
        right={waits && <Act icon="refresh" text={t(words.send)} onAct={() => void receptions.send()} />}
      >
        {receptions.isSignedOut && (
          <NoteBox tone="soon" icon="alert-circle" live>
            <p>
              {t(words.signedOut)}{' '}
              <a href="/can-bo/dang-nhap?tiep=/can-bo/quay/mat-mang" target="_blank" rel="noreferrer">
                {t(words.signIn)}
              </a>
            </p>
          </NoteBox>
        )}
        {others > 0 && <p className="quiet">{t(words.others, { count: others })}</p>}
        {own.length === 0 && <EmptyState title={t(words.none)} icon="package" tone="paused" />}
      </Block>
      {own.toReversed().map((one) => {
        const name = procedures.find(({ code }) => code === one.code)?.name
        return (
          <Block key={one.id} small title={one.name || t(words.nameless)} count={one.slip}>
            <p className="quiet">
              {name === undefined ? one.code : say(name, language)} ·{' '}
              {showInstant(new Date(one.handedInAt ?? one.savedAt), language)}
            </p>
            <StatusText tone={tones[one.state]}>{t(words[one.state], { code: one.dossier?.code ?? '' })}</StatusText>
            {one.why && <p className="field-error">{one.why}</p>}
            <p className="act-line">
              {one.dossier ? (
                <Act kind="link" text={t(words.see)} href={dossierPath(one.dossier.id)} />
              ) : (
                <Act text={t(words.goOn)} onAct={() => onOpen(one.id)} />
              )}
              {one.state === 'draft' && (
                <Act kind="link" text={t(words.discard)} onAct={() => void receptions.forget(one.id)} />
              )}
            </p>
          </Block>
        )
      })}
    </>
  )
}
