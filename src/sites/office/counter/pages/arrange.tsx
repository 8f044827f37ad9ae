import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { fill, say, type Words } from '#values/words.ts'
import { acceptOf } from '#engines/forms/contract.ts'
import { EmptyState } from '#ui/office/States.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { FormToken } from '../../../FormToken.tsx'
import { uploadErrorWords } from '../../../portal/filing/use-uploads.ts'
import { titled } from '../../../titled.ts'
import { staffPage } from '../../staff.ts'
import { useOffice, useSay } from '../../use-office.ts'
import { officeWords } from '../../words.ts'
import { CounterPage } from '../CounterPage.tsx'
import { draftHref } from '../reception-address.ts'
import { arrangeHref } from './arrange-address.ts'
import { pageErrorWords } from './page-errors.ts'
import { PageList } from './PageList.tsx'

const words = {
  title: { vi: 'Xếp trang: {paper}', en: 'Arrange pages: {paper}' },
  lead: {
    vi: 'Ghi số thứ tự, xoay cho đứng chữ, bỏ trang thừa, rồi gộp thành một tệp PDF.',
    en: 'Number the pages, turn them upright, leave out what is not needed, then make one PDF.',
  },
  back: { vi: 'Hồ sơ đang nhập', en: 'The application' },
  pages: { vi: 'Các trang', en: 'Pages' },
  none: { vi: 'Chưa có bản quét nào', en: 'Nothing is scanned yet' },
  undrawn: {
    vi: 'Máy chủ chưa cài poppler-utils nên trang PDF chỉ hiện số trang; bấm tên trang để mở xem.',
    en: 'The server has no poppler-utils, so pages of PDF show their number only; open them by their name.',
  },
  join: { vi: 'Gộp thành một tệp PDF', en: 'Make one PDF' },
  add: { vi: 'Thêm bản quét', en: 'Add a scan' },
  file: { vi: 'Tệp ảnh hoặc PDF', en: 'Picture or PDF' },
  send: { vi: 'Tải lên', en: 'Upload' },
  wrong: { vi: 'Chưa làm được', en: 'Not done' },
  whole: { vi: 'Giữ nguyên, không gộp: {files}', en: 'Kept as it is: {files}' },
  waits: {
    vi: 'Đang chờ quét mã độc: {file}. Mở lại trang này sau ít phút.',
    en: 'Waits for the virus scan: {file}. Open this page again in some minutes.',
  },
  scanned: { vi: 'Đã quét mã độc xong: {file}', en: 'Scanned: {file}' },
  use: { vi: 'Dùng tệp này', en: 'Use it' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { services, files } = staffPage(args).client
  const { id = '', paper = '' } = args.params
  const places = {
    scans: `/services/counter-drafts/${id}/scans`,
    joined: `/services/counter-drafts/${id}/joined-scans`,
  }
  const [found, { drawsPages }, ...sent] = await Promise.all([
    services.viewDraftPaper({ id, paper }),
    files.describeDrawing({}),
    files.listSentFiles({ attach: places.scans }),
    files.listSentFiles({ attach: places.joined }),
  ])
  const waiting = [places.scans, places.joined].flatMap((attach, at) =>
    (sent[at] ?? []).filter((one) => one.paper === paper).map((one) => ({ ...one, attach })),
  )
  return { id, paper, found, drawsPages, places, waiting, error: new URL(args.request.url).searchParams.get('error') }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(
    matches,
    {
      vi: fill(words.title, { paper: loaderData?.found.name.vi ?? '' }).vi,
      en: fill(words.title, { paper: loaderData?.found.name.en ?? '' }).en,
    },
    officeWords.brand,
  )

/** The scans of one paper as pages: works without a script by numbers and choices; with one, pages also move by buttons. */
export default function ArrangePages() {
  const { id, paper, found, drawsPages, places, waiting, error } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const here = arrangeHref(id, paper)
  const back = draftHref({ id, dossierId: found.dossierId })
  const name = say(found.name, language)
  const pages = found.files.flatMap((file) =>
    Array.from({ length: file.pages ?? 0 }, (_, at) => ({
      name: `${file.id}.${at + 1}`,
      fileId: file.id,
      fileName: file.name,
      page: at + 1,
      of: file.pages ?? 1,
      picture: pictureOf(file, at + 1, drawsPages),
      isPicture: file.mediaType.startsWith('image/'),
    })),
  )
  const undrawn = pages.some(({ picture }) => picture === undefined)
  const whole = found.files.filter((file) => file.pages === null)
  return (
    <CounterPage
      head={
        <PageHead
          back={{ href: back, text: t(words.back) }}
          title={t(words.title, { paper: name })}
          text={t(words.lead)}
        />
      }
    >
      <Panes shape="one">
        <Pane label={t(words.pages)}>
          {error && (
            <Block>
              <NoteBox tone="late" icon="alert-circle" title={t(words.wrong)} live>
                <p>{t(pageErrorWords(error) ?? uploadErrorWords(error))}</p>
              </NoteBox>
            </Block>
          )}
          {waiting.map((one) => (
            <Block key={one.id}>
              <p>{t(one.isScanned ? words.scanned : words.waits, { file: one.name })}</p>
              {one.isScanned && (
                <form method="post" action="/uploads/form" encType="multipart/form-data">
                  <FormToken />
                  <Fields here={here} paper={paper} attach={one.attach} />
                  <input type="hidden" name="sent" value={one.id} />
                  <Act text={t(words.use)} />
                </form>
              )}
            </Block>
          ))}
          <Block title={t(words.pages)} count={pages.length}>
            {pages.length === 0 ? (
              <EmptyState icon="files" title={t(words.none)} />
            ) : (
              <form method="post" action="/uploads/join">
                <FormToken />
                <Fields here={back} paper={paper} attach={places.joined} />
                <input type="hidden" name="name" value={name} />
                {undrawn && <p className="quiet">{t(words.undrawn)}</p>}
                <PageList key={pages.map((page) => page.name).join()} pages={pages} />
                <ActionRow>
                  <Act kind="primary" icon="files" text={t(words.join)} />
                </ActionRow>
              </form>
            )}
            {whole.length > 0 && <p>{t(words.whole, { files: whole.map((file) => file.name).join(', ') })}</p>}
          </Block>
          <Block title={t(words.add)}>
            <form method="post" action="/uploads/form" encType="multipart/form-data">
              <FormToken />
              <Fields here={here} paper={paper} attach={places.scans} />
              <label>
                <span>{t(words.file)}</span> <input type="file" name="file" required accept={acceptOf(found.accept)} />
              </label>
              <ActionRow>
                <Act icon="cloud-up" text={t(words.send)} />
              </ActionRow>
            </form>
          </Block>
        </Pane>
      </Panes>
    </CounterPage>
  )
}

/** Where the picture of a page is; of a PDF only where the server draws pages. */
function pictureOf(
  { id, mediaType }: { readonly id: string; readonly mediaType: string },
  page: number,
  drawsPages: boolean,
): string | undefined {
  if (mediaType.startsWith('image/')) return `/files/${id}/preview`
  return drawsPages ? `/files/${id}/pages/${page}` : undefined
}

/** Where what is sent goes, and where the browser goes then. */
const Fields = ({
  here,
  paper,
  attach,
}: {
  readonly here: string
  readonly paper: string
  readonly attach: string
}) => (
  <>
    <input type="hidden" name="return" value={here} />
    <input type="hidden" name="paper" value={paper} />
    <input type="hidden" name="attach" value={attach} />
  </>
)
