import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { groupThousands } from '#values/money.ts'
import { showClock, showFullDate, showInstant } from '#values/show-time.ts'
import { say, type Words } from '#values/words.ts'
import { verifyProof } from '#engines/audit/index.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { CheckRows, StepChain } from '#ui/office/Tree.tsx'
import { staffPage, tried } from '../office/staff.ts'
import { AdminPage } from './AdminPage.tsx'
import { titleOfOperation } from './operation-titles.ts'
import { trailHref } from './trail-filters.ts'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'
import { titled } from '../titled.ts'

const words = {
  entry: { vi: 'Dòng nhật ký', en: 'Entry' },
  who: { vi: 'Ai', en: 'Who' },
  account: { vi: 'Tài khoản', en: 'Account' },
  post: { vi: 'Vị trí', en: 'Post' },
  onBehalf: { vi: 'Làm thay', en: 'On behalf of' },
  operation: { vi: 'Việc', en: 'Operation' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  done: { vi: 'Đã làm', en: 'Done' },
  refused: { vi: 'Bị từ chối', en: 'Refused' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  address: { vi: 'Từ đâu', en: 'From where' },
  request: { vi: 'Mã yêu cầu', en: 'Request' },
  subjects: { vi: 'Dữ liệu của ai', en: 'Whose data' },
  objects: { vi: 'Về những gì', en: 'About what' },
  ofAccount: { vi: 'Mọi việc của tài khoản này', en: 'All that this account did' },
  ofUnit: { vi: 'Mọi việc của đơn vị này', en: 'All that this unit did' },
  same: { vi: 'Mọi dòng về cái này', en: 'All entries about it' },
  none: { vi: 'Dòng này không gắn với đối tượng nào', en: 'About nothing in particular' },
  erased: {
    vi: 'Phần dữ liệu cá nhân của dòng này đã xóa theo luật; dấu vẫn giữ chuỗi liền mạch.',
    en: 'The personal part was erased by law; the digest keeps the chain whole.',
  },
  why: { vi: 'Vì sao tin được?', en: 'Why can it be trusted?' },
  yes: { vi: 'khớp', en: 'holds' },
  no: { vi: 'không khớp', en: 'does not hold' },
  leaf: { vi: 'Nội dung dòng này khớp dấu đã ghi lúc đó', en: 'What the entry says has the digest recorded then' },
  path: {
    vi: 'Là dòng thứ {index} trong {size} dòng; {count} dấu nối nó tới đầu chuỗi',
    en: 'Number {index} of {size}; {count} digests lead from it to the head',
  },
  seal: { vi: 'Đầu chuỗi nằm trong niêm phong số {number}, lúc {time}', en: 'The head is in seal {number}, {time}' },
  signed: { vi: 'Đầu chuỗi đã được ký lúc {time}', en: 'The head was signed {time}' },
  unsigned: {
    vi: 'Đầu chuỗi chưa được ký; chậm nhất một phút nữa sẽ có chữ ký',
    en: 'The head is not signed yet; it will be within a minute',
  },
  damaged: {
    vi: 'Bằng chứng không khớp: {reason}. Báo ngay người phụ trách an toàn thông tin.',
    en: 'The proof does not hold: {reason}. Tell the security officer at once.',
  },
  chainEntry: { vi: 'Dòng này', en: 'This entry' },
  chainHead: { vi: 'Đầu chuỗi', en: 'Head' },
  chainSeal: { vi: 'Niêm phong {number}', en: 'Seal {number}' },
  download: { vi: 'Tải bằng chứng (JSON)', en: 'Download the proof (JSON)' },
  downloadText: {
    vi: 'Cơ quan khác kiểm được bằng chương trình độc lập trong thư mục verifier, không cần phần mềm này. Việc tải cũng thành một dòng.',
    en: 'Others check it with the independent program in the folder verifier. The download is an entry too.',
  },
  notYet: { vi: 'Chưa có bằng chứng', en: 'No proof yet' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { audit } = page.client
  const id = args.params['id'] ?? ''
  const entry = await audit.getEntry({ id })
  const proof = await tried(page, () => audit.proveEntry({ id }))
  const checked = 'value' in proof ? verifyProof(proof.value) : undefined
  return {
    entry: { ...entry, title: titleOfOperation(entry.operation) },
    proof:
      'value' in proof
        ? {
            leafIndex: proof.value.leafIndex,
            treeSize: proof.value.treeSize,
            root: proof.value.root,
            steps: proof.value.path.length,
            seal: proof.value.seal,
            signedAt: proof.value.head?.at,
          }
        : undefined,
    refusal: 'failed' in proof ? proof.failed : undefined,
    wrong: checked?.ok === false ? checked.reason : undefined,
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, loaderData?.entry.title ?? words.entry, adminWords.trail)

export default function TrailEntry() {
  const { entry, proof, refusal, wrong } = useLoaderData<typeof loader>()
  const { language } = useAdmin()
  const t = useSay()
  const at = new Date(entry.at)
  return (
    <AdminPage rail>
      <PageHead
        title={say(entry.title, language)}
        text={`${showClock(at)}:${String(at.getUTCSeconds()).padStart(2, '0')} ${showFullDate(dateAt(at), language)}`}
        back={{ href: '/quan-tri/nhat-ky', text: t(adminWords.trail) }}
      />
      <Panes shape="side">
        <Pane label={t(words.entry)}>
          <Block>
            {entry.erased && (
              <NoteBox tone="paused" icon="eye-off">
                <p>{t(words.erased)}</p>
              </NoteBox>
            )}
            <FactRows
              rows={[
                { term: t(words.who), value: entry.actorName ?? '–' },
                {
                  term: t(words.account),
                  value: (
                    <>
                      <code className="code">{entry.account}</code>{' '}
                      <a href={trailHref({ ai: entry.account })}>{t(words.ofAccount)}</a>
                    </>
                  ),
                },
                {
                  term: t(words.post),
                  value: (
                    <>
                      {[entry.postTitle, entry.unitName].filter(Boolean).join(', ') || '–'}{' '}
                      {entry.unitId && <a href={trailHref({ 'don-vi': entry.unitId })}>{t(words.ofUnit)}</a>}
                    </>
                  ),
                },
                ...(entry.onBehalf ? [{ term: t(words.onBehalf), value: entry.onBehalf }] : []),
                { term: t(words.operation), value: <code className="code">{entry.operation}</code> },
                {
                  term: t(words.outcome),
                  value: (
                    <StatusText
                      tone={entry.outcome === 'done' ? 'good' : 'late'}
                      icon={entry.outcome === 'done' ? 'check' : 'ban'}
                    >
                      {t(words[entry.outcome])}
                    </StatusText>
                  ),
                },
                { term: t(words.purpose), value: entry.purpose ?? '–' },
                { term: t(words.address), value: entry.address ?? '–' },
                { term: t(words.request), value: <code className="code">{entry.requestId}</code> },
                ...(entry.subjects.length > 0
                  ? [
                      {
                        term: t(words.subjects),
                        value: entry.subjects.map((one) => (
                          <code key={one} className="code">
                            {one}{' '}
                          </code>
                        )),
                      },
                    ]
                  : []),
              ]}
            />
          </Block>
          <Block title={t(words.objects)} count={entry.objects.length}>
            {entry.objects.length === 0 && <p className="quiet">{t(words.none)}</p>}
            {entry.objects.map((object) => (
              <div key={`${object.type}:${object.id}`}>
                <p className="in-line">
                  <code className="code">
                    {object.type}:{object.id}
                  </code>
                  <a href={trailHref({ 'doi-tuong': `${object.type}:${object.id}` })}>{t(words.same)}</a>
                </p>
                {object.facts && <pre className="json code">{JSON.stringify(object.facts, null, 2)}</pre>}
              </div>
            ))}
          </Block>
        </Pane>
        <Pane label={t(words.why)} ground="ground">
          <Block title={t(words.why)} small>
            {proof === undefined ? (
              <NoteBox tone="soon" icon="hourglass" title={t(words.notYet)}>
                <p>{refusal && t(refusal.words)}</p>
              </NoteBox>
            ) : wrong !== undefined ? (
              <NoteBox tone="late" icon="shield-x" live>
                <p>{t(words.damaged, { reason: wrong })}</p>
              </NoteBox>
            ) : (
              <>
                <CheckRows
                  rows={[
                    { result: 'yes', said: t(words.yes), text: t(words.leaf) },
                    {
                      result: 'yes',
                      said: t(words.yes),
                      text: t(words.path, {
                        index: groupThousands(proof.leafIndex + 1),
                        size: groupThousands(proof.treeSize),
                        count: proof.steps,
                      }),
                    },
                    {
                      result: 'yes',
                      said: t(words.yes),
                      text: t(words.seal, {
                        number: groupThousands(proof.seal.number),
                        time: showInstant(new Date(proof.seal.at), language),
                      }),
                    },
                    proof.signedAt === undefined
                      ? { result: 'none', said: t(words.no), text: t(words.unsigned) }
                      : {
                          result: 'yes',
                          said: t(words.yes),
                          text: t(words.signed, { time: showInstant(new Date(proof.signedAt), language) }),
                        },
                  ]}
                />
                <StepChain
                  proof
                  label={t(words.why)}
                  steps={[
                    {
                      title: t(words.chainEntry),
                      value: <code className="code">{groupThousands(proof.leafIndex + 1)}</code>,
                      selected: true,
                    },
                    { title: t(words.chainHead), value: <code className="code">{proof.root.slice(0, 8)}…</code> },
                    {
                      title: t(words.chainSeal, { number: proof.seal.number }),
                      value: <code className="code">{proof.seal.digest.slice(0, 8)}…</code>,
                    },
                  ]}
                />
              </>
            )}
          </Block>
          {proof !== undefined && (
            <Block>
              <p>
                <a
                  className="act act-primary act-wide"
                  href={`/quan-tri/nhat-ky/${entry.id}/bang-chung`}
                  download={`bang-chung-${entry.id}.json`}
                >
                  <span>{t(words.download)}</span>
                </a>
              </p>
              <p className="quiet">{t(words.downloadText)}</p>
            </Block>
          )}
        </Pane>
      </Panes>
    </AdminPage>
  )
}
