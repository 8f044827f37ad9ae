import {
  redirect,
  useActionData,
  useLoaderData,
  useNavigate,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showFullDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionColumn } from '#ui/office/Button.tsx'
import { Block, PageHead, Pane, Panes } from '#ui/office/Panes.tsx'
import { PaperFrame } from '#ui/office/PaperFrame.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { CheckRows } from '#ui/office/Tree.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { pageOf } from '../../client.ts'
import { applicantsOf } from '../applicants.ts'
import { refusedAnswer, staffPage } from '../staff.ts'
import { textOf } from '../../form-text.ts'
import { useOffice, useSay } from '../use-office.ts'
import { CounterPage } from './CounterPage.tsx'
import { ExemptionLines } from './ExemptionLines.tsx'
import { FeeLines } from './Fees.tsx'
import { receptionHref } from './reception-address.ts'
import { counterWords, dossierPath, printPath } from './words.ts'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'

const words = {
  title: { vi: 'Đã tiếp nhận', en: 'Received' },
  result: { vi: 'Kết quả tiếp nhận', en: 'What was received' },
  promised: { vi: 'Hẹn trả', en: 'Appointment' },
  receivedAt: { vi: 'Tiếp nhận lúc', en: 'Received' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  noPhone: { vi: 'không có; báo người nộp giữ giấy hẹn để tra cứu', en: 'none; the applicant keeps the slip' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  papers: { vi: 'Giấy tờ đã nhận', en: 'Papers received' },
  scanned: { vi: '{count} tệp', en: '{count} files' },
  onPaper: { vi: 'bản giấy', en: 'on paper' },
  generated: { vi: 'in từ tờ khai', en: 'printed from the form' },
  notGiven: { vi: 'không nộp', en: 'not given' },
  printing: { vi: 'In cho người nộp', en: 'Print for the applicant' },
  slip: { vi: 'In giấy hẹn (Mẫu 01)', en: 'Print the slip (form 01)' },
  control: { vi: 'In phiếu kiểm soát (Mẫu 05)', en: 'Print the control slip (form 05)' },
  application: { vi: 'In tờ khai', en: 'Print the application' },
  next: { vi: 'Hồ sơ kế tiếp', en: 'Next dossier' },
  same: { vi: 'Cùng thủ tục này', en: 'Same procedure' },
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  track: { vi: 'Người nộp quét mã này để xem hồ sơ đến đâu', en: 'The applicant scans this to follow it' },
  preview: { vi: 'Xem trước giấy hẹn (Mẫu 01)', en: 'The slip (form 01)' },
  notYet: { vi: 'Hồ sơ này chưa được tiếp nhận', en: 'Not received yet' },
  filed: { vi: 'Đã nộp trực tuyến', en: 'Filed online' },
  filedAt: { vi: 'Gửi lúc', en: 'Sent' },
  answerBy: { vi: 'Nơi tiếp nhận trả lời trước', en: 'Answered by' },
  assistedBy: { vi: 'Người hỗ trợ', en: 'Helped by' },
  receipt: { vi: 'In biên nhận cho người nộp', en: 'Print the receipt' },
  lookUp: {
    vi: 'Không có tài khoản cũng xem được: quét mã, ghi 4 số cuối điện thoại. Có tài khoản thì hồ sơ đã ở “Trang của tôi”.',
    en: 'No account is needed: scan the code and give the last 4 digits of the phone. With one it is on “My page”.',
  },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const dossier = await page.client.services.getDossier({ id: args.params['id'] ?? '' })
  const {
    id,
    code,
    procedureCode,
    procedureName,
    applicantName,
    coApplicants,
    applicantPhone,
    enterpriseName,
    isReceived,
    filedAt,
    receivedAt,
    promised,
    deadline,
    fees,
    exemptions,
    papers,
    assistedBy,
  } = dossier
  const lookUpUrl = `${page.publicUrl}/tra-cuu/${encodeURIComponent(code)}`
  return {
    dossier: {
      id,
      code,
      procedureCode,
      procedureName,
      applicantName,
      coApplicants,
      applicantPhone,
      enterpriseName,
      isReceived,
      filedAt,
      receivedAt,
      promised,
      deadline,
      fees,
      exemptions,
      papers,
      assistedBy,
    },
    lookUpUrl,
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    await page.client.services.payFee({
      id,
      fee: textOf(form, 'phi'),
      method: textOf(form, 'thu') === 'transfer' ? 'transfer' : 'cash',
    })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(`/can-bo/quay/da-nhan/${id}`)
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, words.title, loaderData?.dossier.code, officeWords.brand)

export default function Received() {
  const { dossier, lookUpUrl } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { language } = useOffice()
  const t = useSay()
  const navigate = useNavigate()
  const due = dossier.promised ?? dossier.deadline
  // Filed online with help and not looked at by the counter of its place: there is no slip yet, the page itself is the receipt.
  const isFiledOnly = dossier.assistedBy !== null && !dossier.isReceived
  const again = receptionHref({ code: dossier.procedureCode, isAssisted: isFiledOnly })
  return (
    <CounterPage
      head={
        <PageHead
          title={t(isFiledOnly ? words.filed : words.title)}
          text={dossier.procedureName}
          back={{ href: '/can-bo/quay', text: t(counterWords.counter) }}
        />
      }
      keys={{
        extra: {
          f2: () => void navigate('/can-bo/quay'),
          f6: () => void navigate(again),
          f10: () => void (isFiledOnly ? window.print() : window.open(printPath(dossier.id, 'receipt-slip'))),
        },
      }}
      hints={[
        { caps: ['F2'], text: t(words.next) },
        { caps: ['F6'], text: t(words.same) },
        { caps: ['F10'], text: t(isFiledOnly ? words.receipt : words.slip) },
      ]}
    >
      <Panes shape="side">
        <Pane label={t(words.result)}>
          <Block>
            {failed && (
              <NoteBox tone="late" icon="alert-circle" title={t(counterWords.wrong)} live>
                <p>{failed.refused.text}</p>
              </NoteBox>
            )}
            <StatusText
              tone={dossier.isReceived || isFiledOnly ? 'good' : 'soon'}
              icon={dossier.isReceived || isFiledOnly ? 'circle-check' : 'alert-circle'}
            >
              {t(isFiledOnly ? words.filed : dossier.isReceived ? words.title : words.notYet)}
            </StatusText>
            <p className="received-code">{dossier.code}</p>
            <FactRows
              rows={[
                {
                  term: t(counterWords.applicant),
                  value: applicantsOf(dossier),
                },
                { term: t(words.phone), value: dossier.applicantPhone ?? t(words.noPhone) },
                isFiledOnly
                  ? { term: t(words.filedAt), value: showInstant(dossier.filedAt, language) }
                  : {
                      term: t(words.receivedAt),
                      value: dossier.receivedAt ? showInstant(dossier.receivedAt, language) : '–',
                    },
                ...(dossier.assistedBy
                  ? [
                      {
                        term: t(words.assistedBy),
                        value: `${dossier.assistedBy.name}, ${dossier.assistedBy.unitName}`,
                      },
                    ]
                  : []),
                {
                  term: t(isFiledOnly ? words.answerBy : words.promised),
                  value: <b>{`${showFullDate(dateAt(due), language)}, ${showClock(due)}`}</b>,
                },
              ]}
            />
          </Block>
          <Block title={t(words.papers)} count={dossier.papers.length}>
            <CheckRows
              rows={dossier.papers.map((paper) => {
                const how =
                  paper.files.length > 0
                    ? t(words.scanned, { count: paper.files.length })
                    : t(paper.generated ? words.generated : paper.required ? words.onPaper : words.notGiven)
                return {
                  result:
                    paper.files.length > 0 || paper.required || paper.generated ? ('yes' as const) : ('none' as const),
                  said: how,
                  text: t(paper.name),
                  right: how,
                }
              })}
            />
          </Block>
          <Block title={t(words.fees)}>
            <ExemptionLines exemptions={dossier.exemptions} />
            <FeeLines fees={dossier.fees} elsewhere={isFiledOnly} />
          </Block>
        </Pane>
        <Pane
          label={t(words.printing)}
          ground="ground"
          foot={
            <ActionColumn
              actions={[
                { kind: 'primary', icon: 'user-plus', text: t(words.next), cap: 'F2', href: '/can-bo/quay' },
                { icon: 'copy', text: t(words.same), cap: 'F6', href: again },
              ]}
            />
          }
        >
          <Block title={t(words.printing)} small>
            {isFiledOnly ? (
              <>
                <p>
                  <Act icon="printer" text={t(words.receipt)} cap="F10" wide onAct={() => window.print()} />
                </p>
                <p className="quiet">{t(words.lookUp)}</p>
              </>
            ) : (
              <>
                <p>
                  <a
                    className="act act-plain act-wide"
                    href={printPath(dossier.id, 'receipt-slip')}
                    target="_blank"
                    rel="noreferrer"
                  >
                    <span>{t(words.slip)}</span> <kbd>F10</kbd>
                  </a>
                </p>
                <p>
                  <a
                    className="act act-link"
                    href={printPath(dossier.id, 'control-slip')}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {t(words.control)}
                  </a>
                </p>
              </>
            )}
            <p>
              <a className="act act-link" href={printPath(dossier.id, 'application')} target="_blank" rel="noreferrer">
                {t(words.application)}
              </a>
            </p>
            <p>
              <Act kind="link" icon="folder" text={t(words.open)} href={dossierPath(dossier.id)} />
            </p>
          </Block>
          <Block small title={t(words.track)}>
            <QrCode text={lookUpUrl} label={lookUpUrl} size={110} />
          </Block>
          {dossier.isReceived && (
            <div className="received-slip">
              <PaperFrame src={`${dossierPath(dossier.id)}/xem/receipt-slip`} title={t(words.preview)} />
            </div>
          )}
        </Pane>
      </Panes>
    </CounterPage>
  )
}
