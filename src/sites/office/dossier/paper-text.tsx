import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { say, type Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act } from '#ui/office/Button.tsx'
import { Marked } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { titled } from '../../titled.ts'
import { markFound } from '../mark-found.ts'
import { OfficePage } from '../OfficePage.tsx'
import { staffPage } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'

const words = {
  title: { vi: 'Chữ trong giấy tờ', en: 'The words of a paper' },
  back: { vi: 'Hồ sơ {code}', en: 'Dossier {code}' },
  find: { vi: 'Tìm trong giấy này', en: 'Find in this paper' },
  go: { vi: 'Tìm', en: 'Find' },
  ocr: {
    vi: 'Máy đọc từ ảnh, có thể sai chữ: đối chiếu với bản quét trước khi dùng.',
    en: 'Read by machine from a picture: compare it with the scan before you use it.',
  },
  layer: { vi: 'Chữ có sẵn trong tệp.', en: 'The text of the file itself.' },
  none: { vi: 'Máy không đọc được chữ nào trong tệp này.', en: 'The machine could read nothing in this file.' },
  waits: {
    vi: 'Chưa đọc. Giấy mới được đọc trong ít phút, nếu máy chủ có chương trình đọc (poppler-utils, tesseract-ocr-vie).',
    en: 'Not read yet. New papers are read within minutes, where the server has a reader (poppler-utils, tesseract-ocr-vie).',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { id = '', file = '' } = args.params
  const wanted = (new URL(args.request.url).searchParams.get('tim') ?? '').trim().slice(0, 100)
  return { id, wanted, paper: await staffPage(args).client.services.getPaperText({ id, fileId: file }) }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

/** What the machine read in a paper, to look for a word in it and to copy from it. */
export default function PaperWords() {
  const { id, wanted, paper } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const { how, text } = paper
  const hasText = how === 'ocr' || how === 'layer'
  return (
    <OfficePage>
      <PageHead
        title={paper.paperName ? say(paper.paperName, language) : paper.fileName}
        text={paper.fileName}
        back={{ href: `/can-bo/ho-so/${id}`, text: t(words.back, { code: paper.code }) }}
      />
      <Panes shape="one">
        <Pane label={t(words.title)}>
          <Block>
            <NoteBox tone={how === 'ocr' ? 'soon' : 'info'} icon="info-circle">
              <p>{t(how === null ? words.waits : words[how])}</p>
            </NoteBox>
          </Block>
          {hasText && (
            <Block>
              <form method="get" role="search" className="find-procedure">
                <TextField
                  name="tim"
                  type="search"
                  icon="search"
                  label={t(words.find)}
                  value={wanted}
                  autoComplete="off"
                />
                <Act text={t(words.go)} />
              </form>
            </Block>
          )}
          {hasText && (
            <Block title={t(words.title)}>
              <p className="paper-words">
                <Marked pieces={markFound(text, wanted)} />
              </p>
            </Block>
          )}
        </Pane>
      </Panes>
    </OfficePage>
  )
}
