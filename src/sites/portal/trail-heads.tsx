import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { groupThousands } from '#values/money.ts'
import { showInstant } from '#values/show-time.ts'
import { fill, say, type Words } from '#values/words.ts'
import { PageTitle, Section } from '#ui/portal/Columns.tsx'
import { DataTable, Pager } from '#ui/portal/DataTable.tsx'
import { pageOf } from '../client.ts'
import { drawnOnce } from './drawn-once.ts'
import { PortalPage } from './PortalPage.tsx'
import { titled } from './title.tsx'
import { portalWords } from './words.ts'

const words = {
  lead: {
    vi: 'Mỗi phút một lần, cổng ký số độ dài và dấu của toàn bộ nhật ký việc đã làm, rồi công bố ở đây. Ai cũng lấy về giữ được: sửa, xóa hay viết lại nhật ký về sau sẽ không khớp dấu đã giữ.',
    en: 'Once a minute the portal signs the length and digest of its whole audit trail and publishes them here. Anybody may keep them: a trail changed, cut off or rewritten later will not fit.',
  },
  heads: { vi: 'Dấu đã ký, mới nhất trước', en: 'Signed heads, newest first' },
  none: { vi: 'Chưa có dấu nào được ký.', en: 'None was signed yet.' },
  at: { vi: 'Ký lúc', en: 'Signed at' },
  size: { vi: 'Số dòng', en: 'Entries' },
  seal: { vi: 'Niêm phong số', en: 'Seal' },
  root: { vi: 'Dấu', en: 'Digest' },
  newest: { vi: 'Mới nhất', en: 'Newest' },
  older: { vi: 'Cũ hơn', en: 'Older' },
  keys: { vi: 'Khóa công khai', en: 'Public keys' },
  keyText: {
    vi: 'Ed25519. Mã khóa là SHA-256 của khóa. Khóa cũ vẫn để lại đây; khóa mới được khóa trước nó ký.',
    en: 'Ed25519. The id is the SHA-256 of the key. Old keys stay here; a new one is signed by the one before.',
  },
  key: { vi: 'Khóa', en: 'Key' },
  since: { vi: 'Dùng từ', en: 'Since' },
  how: { vi: 'Kiểm thế nào', en: 'How to check' },
  howText: {
    vi: 'Chương trình nên lấy dữ liệu ở {feed} (JSON, không cần đăng nhập, không có dữ liệu cá nhân) và giữ lại. Bản kết xuất nhật ký được đối chiếu với các dấu đã giữ bằng chương trình kiểm độc lập trong thư mục verifier của mã nguồn; cách tính dấu được mô tả ở đó.',
    en: 'Programs read {feed} (JSON, no sign-in, no personal data) and keep it. An export of the trail is checked against what was kept by the independent verifier in the folder verifier of the source, which also describes the format.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client, language } = pageOf(args)
  const after = new URL(args.request.url).searchParams.get('sau') ?? undefined
  return { language, isFirst: after === undefined, ...(await client.audit.listHeads({ after, limit: 30 })) }
}

export const middleware = drawnOnce(loader)

export const meta: MetaFunction = ({ matches }) => titled(matches, portalWords.trailHeads)

export default function TrailHeads() {
  const { language, isFirst, rows, next, keys } = useLoaderData<typeof loader>()
  const t = (one: Words, values: Record<string, string> = {}) => say(fill(one, values), language)
  return (
    <PortalPage>
      <PageTitle title={t(portalWords.trailHeads)} lead={t(words.lead)} />
      {rows.length === 0 ? (
        <p>{t(words.none)}</p>
      ) : (
        <DataTable
          caption={t(words.heads)}
          columns={[
            { key: 'at', title: t(words.at), tight: true, heads: true },
            { key: 'size', title: t(words.size), number: true },
            { key: 'seal', title: t(words.seal), number: true },
            { key: 'root', title: t(words.root) },
          ]}
          rows={rows.map((head) => ({
            id: String(head.size),
            at: showInstant(new Date(head.at), language),
            size: groupThousands(head.size),
            seal: groupThousands(head.seal),
            root: <code>{head.root}</code>,
          }))}
        />
      )}
      <Pager
        label={t(words.heads)}
        newer={isFirst ? undefined : { href: '/so-niem-phong', text: t(words.newest) }}
        older={
          next === undefined
            ? undefined
            : { href: `/so-niem-phong?sau=${encodeURIComponent(next)}`, text: t(words.older) }
        }
      />
      <Section title={t(words.keys)}>
        <p>{t(words.keyText)}</p>
        {keys.length > 0 && (
          <DataTable
            caption={t(words.keys)}
            captionUnseen
            columns={[
              { key: 'since', title: t(words.since), tight: true, heads: true },
              { key: 'key', title: t(words.key) },
            ]}
            rows={keys.map((key) => ({
              id: key.id,
              since: showInstant(new Date(key.since), language),
              key: <code>{key.publicKey}</code>,
            }))}
          />
        )}
      </Section>
      <Section title={t(words.how)}>
        <p>{t(words.howText, { feed: '/api/audit/heads' })}</p>
      </Section>
    </PortalPage>
  )
}
