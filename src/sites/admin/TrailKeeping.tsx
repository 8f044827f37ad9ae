import { groupThousands } from '#values/money.ts'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { CheckRows } from '#ui/office/Tree.tsx'
import { useAdmin, useSay } from './use-admin.ts'

const words = {
  title: { vi: 'Nhật ký còn nguyên không?', en: 'Is the trail whole?' },
  yes: { vi: 'đạt', en: 'yes' },
  no: { vi: 'chưa', en: 'no' },
  sealed: { vi: '{count} dòng đã niêm phong, đến {time}', en: '{count} entries sealed, until {time}' },
  noSeal: { vi: 'Chưa có dòng nào được niêm phong', en: 'Nothing was sealed yet' },
  signed: { vi: 'Dấu {root}… ký lúc {time}, cho {count} dòng', en: 'Head {root}… signed {time}, over {count} entries' },
  unsigned: { vi: 'Chưa có dấu nào được ký', en: 'No head was signed yet' },
  checked: { vi: 'Kiểm lần cuối {time}: {count} dòng còn nguyên', en: 'Last check {time}: {count} entries are whole' },
  damaged: { vi: 'Kiểm lần cuối {time}: {count} chỗ không khớp', en: 'Last check {time}: damage in {count} places' },
  unchecked: { vi: 'Chưa kiểm lần nào; tự kiểm lúc 1:30 mỗi đêm', en: 'Never checked; checked each night at 1:30' },
  outside: { vi: 'Dấu giữ ở ngoài', en: 'Heads kept outside' },
  outsideText: {
    vi: 'Mỗi phút một dấu, công khai ở sổ niêm phong, ghi ra tệp và gửi thư mỗi sáng cho kiểm toán viên. So với dấu mình đã giữ bằng chương trình kiểm độc lập.',
    en: 'One a minute: on the public page, in a file, and each morning by mail to auditors. Compare what you kept with the independent verifier.',
  },
  page: { vi: 'Mở sổ niêm phong', en: 'Open the public page' },
  alarm: { vi: 'Báo ngay người phụ trách an toàn thông tin', en: 'Tell the security officer at once' },
} as const satisfies Record<string, Words>

type State = Awaited<ReturnType<Client['audit']['getTrailState']>>

/** Seals, signed heads and the last check: why the trail may be trusted as a whole. */
export function TrailKeeping({ state: { seal, head, verification, alarms } }: { readonly state: State }) {
  const { language } = useAdmin()
  const t = useSay()
  const row = (isGood: boolean, text: string) => ({
    result: isGood ? ('yes' as const) : ('no' as const),
    said: t(isGood ? words.yes : words.no),
    text,
  })
  const time = (at: string) => showInstant(new Date(at), language)
  return (
    <>
      <Block title={t(words.title)} small>
        {alarms.length > 0 && (
          <NoteBox tone="late" icon="shield-x" title={t(words.alarm)} live>
            <p className="code">{alarms.join(', ')}</p>
          </NoteBox>
        )}
        <CheckRows
          rows={[
            row(
              seal !== null,
              seal === null
                ? t(words.noSeal)
                : t(words.sealed, { count: groupThousands(seal.treeSize), time: time(seal.at) }),
            ),
            row(
              head !== null,
              head === null
                ? t(words.unsigned)
                : t(words.signed, {
                    root: head.root.slice(0, 8),
                    time: time(head.at),
                    count: groupThousands(head.size),
                  }),
            ),
            row(
              verification?.isWhole ?? false,
              verification === null
                ? t(words.unchecked)
                : t(verification.isWhole ? words.checked : words.damaged, {
                    time: time(verification.at),
                    count: groupThousands(verification.isWhole ? verification.treeSize : verification.findings),
                  }),
            ),
          ]}
        />
      </Block>
      <Block title={t(words.outside)} small>
        <p className="quiet">{t(words.outsideText)}</p>
        <p>
          <a href="/so-niem-phong">{t(words.page)}</a>
        </p>
      </Block>
    </>
  )
}
