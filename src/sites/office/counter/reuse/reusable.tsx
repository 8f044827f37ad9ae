import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { ReusableView } from '#engines/services/contract.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { EmptyState } from '#ui/office/States.tsx'
import { FormToken } from '../../../FormToken.tsx'
import { textOf } from '../../../form-text.ts'
import { SendOnce } from '../../../SendOnce.tsx'
import { titled } from '../../../titled.ts'
import { RefusedNote } from '../../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../../staff.ts'
import { useOffice, useSay } from '../../use-office.ts'
import { officeWords } from '../../words.ts'
import { typedIn } from '../applicant.ts'
import { CounterPage } from '../CounterPage.tsx'
import { draftHref } from '../reception-address.ts'

const words = {
  title: { vi: 'Giấy tờ tỉnh đã có', en: 'Papers that the province has' },
  lead: {
    vi: 'Giấy tờ đã số hóa và kết quả đã cấp cho người nộp, còn giá trị: dùng lại, không thu thêm.',
    en: 'Digitised papers and results of the applicant that count: used again, not asked for.',
  },
  back: { vi: 'Hồ sơ đang nhập', en: 'The application' },
  backToSupplement: { vi: 'Bổ sung đang nhập', en: 'The supplement' },
  ofDossier: { vi: 'Của {name}, cho phần cần bổ sung', en: 'Of {name}, for what is to be put right' },
  of: { vi: 'Của {name}, số định danh {number}', en: 'Of {name}, number {number}' },
  none: { vi: 'Không có giấy tờ nào dùng lại được', en: 'Nothing can be used again' },
  noneText: {
    vi: 'Chỉ thấy hồ sơ quầy này được xem. Có kết quả giấy thì nhập mã kiểm tra in trên đó.',
    en: 'Only dossiers that this counter may see. For a printed result type the code on it.',
  },
  noNumber: { vi: 'Nhập số định danh của người nộp trước', en: 'Type the number of the applicant first' },
  paper: { vi: 'Thay cho', en: 'Stands for' },
  what: { vi: 'Giấy tờ, kết quả', en: 'Paper or result' },
  source: { vi: 'Hồ sơ', en: 'Dossier' },
  on: { vi: 'Ngày', en: 'Day' },
  until: { vi: 'Đến hết', en: 'Until' },
  use: { vi: 'Dùng lại', en: 'Use' },
  code: { vi: 'Mã kiểm tra trên kết quả', en: 'Code for checking on a result' },
  codeHint: {
    vi: 'In cạnh mã QR. Cơ quan khác cấp thì nhập mã này.',
    en: 'Beside the QR code; for what other bodies issued.',
  },
  find: { vi: 'Tìm', en: 'Find' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const { id = '' } = args.params
  const draft = await client.services.getCounterDraft({ id })
  const code = new URL(args.request.url).searchParams.get('ma')?.trim() ?? ''
  const { applicant, papers } = await askedIn(client, draft)
  return {
    id,
    code,
    applicant,
    isSupplement: draft.dossierId !== null,
    back: draftHref(draft),
    names: Object.fromEntries(papers.map((paper) => [paper.id, paper.name])),
    ...(await found(() =>
      client.services.listReusableAtCounter({
        id,
        ...(draft.dossierId === null && { personalId: applicant.personalId }),
        ...(code !== '' && { code }),
      }),
    )),
  }
}

type Client = ReturnType<typeof staffPage>['client']

/** Whose papers are looked for, and for which: of who stands there, or of who filed what is supplemented. */
async function askedIn({ services }: Client, draft: Awaited<ReturnType<Client['services']['getCounterDraft']>>) {
  if (draft.dossierId !== null) {
    const { applicantName, papers } = await services.prepareSupplement({ id: draft.dossierId })
    return { applicant: { fullName: applicantName, personalId: '' }, papers }
  }
  const { fullName, personalId } = typedIn(new URLSearchParams(draft.post))
  const { papers } = await services.prepareReception({
    code: draft.code,
    channel: draft.isAssisted ? 'online' : 'counter',
    counterId: draft.counterId,
  })
  return { applicant: { fullName, personalId }, papers }
}

/** A number that is not whole yet, or a code that is none, finds nothing. */
async function found(ask: () => Promise<ReusableView[]>) {
  try {
    return { reusable: await ask(), isAsked: true }
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'invalidInput')) throw error
    return { reusable: [], isAsked: false }
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { id = '' } = args.params
  const form = await args.request.formData()
  const { services } = page.client
  const [paper = '', from = '', source = ''] = textOf(form, 'dung').split(' ')
  const code = textOf(form, 'ma')
  try {
    const draft = await services.getCounterDraft({ id })
    const { personalId } = typedIn(new URLSearchParams(draft.post))
    await services.reuseAtCounter({
      id,
      ...(draft.dossierId === null && { personalId }),
      paper,
      from: from === 'result' ? 'result' : 'paper',
      source,
      ...(code !== '' && { code }),
    })
    return redirect(draftHref(draft))
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, words.title, officeWords.brand)

/** What the province has of whoever stands at the counter: chosen here, it stands in the application. */
export default function Reusable() {
  const { code, applicant, isSupplement, back, names, reusable, isAsked } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const day = (date: string) => showDate(date as PlainDate)
  return (
    <CounterPage
      head={
        <PageHead
          back={{ href: back, text: t(isSupplement ? words.backToSupplement : words.back) }}
          title={t(words.title)}
          text={
            isSupplement
              ? t(words.ofDossier, { name: applicant.fullName })
              : applicant.personalId === ''
                ? t(words.lead)
                : t(words.of, { name: applicant.fullName, number: applicant.personalId })
          }
        />
      }
    >
      <Panes shape="one">
        <Pane label={t(words.title)}>
          <Block>
            {refused && <RefusedNote language={language} refused={refused} />}
            {reusable.length === 0 ? (
              <EmptyState
                icon="files"
                tone="paused"
                title={t(applicant.personalId === '' && !isSupplement ? words.noNumber : words.none)}
                text={t(words.noneText)}
              />
            ) : (
              <Form method="post">
                <FormToken />
                <SendOnce />
                <input type="hidden" name="ma" value={code} />
                <DataTable
                  language={language}
                  caption={t(words.lead)}
                  columns={[
                    { key: 'paper', title: t(words.paper), heads: true, strong: true },
                    { key: 'what', title: t(words.what) },
                    { key: 'source', title: t(words.source), width: 200, quiet: true },
                    { key: 'on', title: t(words.on), width: 110 },
                    { key: 'until', title: t(words.until), width: 110 },
                    { key: 'use', title: '', width: 110 },
                  ]}
                  rows={reusable.map(({ paper, from, id: source, title, files, dossierCode, on, until }) => ({
                    id: `${paper} ${source}`,
                    paper: t(names[paper] ?? { vi: paper, en: paper }),
                    what:
                      files[0] === undefined ? (
                        title
                      ) : (
                        <a href={`/files/${files[0].id}/preview`} target="_blank" rel="noreferrer">
                          {title}
                        </a>
                      ),
                    source: dossierCode,
                    on: day(on),
                    until: until === null ? '' : day(until),
                    use: <Act icon="check" text={t(words.use)} name="dung" value={`${paper} ${from} ${source}`} />,
                  }))}
                />
              </Form>
            )}
          </Block>
          {(isAsked || code !== '') && (
            <Block>
              <Form method="get">
                <TextField name="ma" label={t(words.code)} hint={t(words.codeHint)} value={code} />
                <ActionRow>
                  <Act icon="search" text={t(words.find)} />
                </ActionRow>
              </Form>
            </Block>
          )}
        </Pane>
      </Panes>
    </CounterPage>
  )
}
