import { useRef, useState } from 'react'
import { Form, useRevalidator } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { FieldRow, SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { EmptyState, SavedNote } from '#ui/office/States.tsx'
import { useKeys } from '#ui/keymap.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import type { Saving } from '../autosave.ts'
import type { Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { IssuedResult } from './IssuedResult.tsx'
import { useDraftSaving } from './use-draft-saving.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  none: { vi: 'Chưa soạn kết quả', en: 'No draft yet' },
  noneText: {
    vi: 'Chọn mẫu; câu chữ lấy sẵn từ dữ liệu hồ sơ, sửa được trước khi trình.',
    en: 'Choose a template; its text comes from the dossier and can be edited.',
  },
  noTemplates: { vi: 'Thủ tục này không có mẫu kết quả', en: 'This procedure has no result template' },
  decided: {
    vi: 'Kết quả đã được duyệt, giữ nguyên như lúc duyệt. Cần sửa thì trả lại bước duyệt.',
    en: 'Decided: it stays as it is. To change it, return the dossier.',
  },
  undrafted: {
    vi: 'Hồ sơ đã được duyệt khi chưa có dự thảo. Trả lại bước duyệt để soạn và ký.',
    en: 'It was decided without a draft. Return it to be drafted and signed.',
  },
  differsRefused: {
    vi: 'Hồ sơ được đề nghị không chấp thuận, nhưng dự thảo là kết quả chấp thuận. Soạn lại theo mẫu không chấp thuận.',
    en: 'A refusal is proposed, but the draft grants. Compose it anew from the refusal.',
  },
  differsGranted: {
    vi: 'Hồ sơ được đề nghị chấp thuận, nhưng dự thảo là văn bản không chấp thuận. Soạn lại theo mẫu kết quả.',
    en: 'The dossier is to be granted, but the draft refuses. Compose it anew.',
  },
  differsCase: {
    vi: 'Dự thảo theo mẫu không dùng cho hồ sơ này. Soạn lại theo mẫu đúng.',
    en: 'The draft is of a template that is not for this case. Compose it anew.',
  },
  notYours: { vi: 'Chỉ người đang giữ một bước của hồ sơ mới soạn được.', en: 'Only who holds a step may draft.' },
  template: { vi: 'Mẫu kết quả', en: 'Template' },
  compose: { vi: 'Soạn từ mẫu', en: 'Compose' },
  again: { vi: 'Soạn lại từ mẫu', en: 'Compose anew' },
  againHint: { vi: 'Soạn lại bỏ hết chữ đã sửa.', en: 'Composing anew drops all edits.' },
  title: { vi: 'Tên văn bản', en: 'Title' },
  paragraph: { vi: 'Đoạn {at}', en: 'Paragraph {at}' },
  article: { vi: 'Điều', en: 'Article' },
  text: { vi: 'Nội dung', en: 'Text' },
  added: { vi: 'Thêm đoạn', en: 'Add a paragraph' },
  recipients: { vi: 'Nơi nhận, mỗi dòng một nơi', en: 'Recipients, one a line' },
  save: { vi: 'Lưu dự thảo', en: 'Save the draft' },
  preview: { vi: 'Xem bản in', en: 'See the print' },
  saved: { vi: 'Đã lưu {clock} · bản {revision}', en: 'Saved {clock} · version {revision}' },
  unsaved: { vi: 'Có chữ chưa lưu', en: 'Not saved yet' },
  saving: { vi: 'Đang lưu', en: 'Saving' },
  failed: { vi: 'Chưa lưu được', en: 'Not saved' },
  conflict: {
    vi: 'Chữ bạn gõ vẫn còn ở đây. Chép phần cần giữ, tải lại trang để xem bản mới, rồi sửa tiếp.',
    en: 'Your text is still here. Copy what you need, reload the page to see the new version, then go on.',
  },
} as const satisfies Record<string, Words>

type Result = NonNullable<OfficeDossier['result']>

/** The decision or licence as it is drafted: blocks of a template, edited as text, saved with the revision it was read in. */
export function ResultTab({
  dossier,
  refused,
}: {
  readonly dossier: OfficeDossier
  readonly refused: Refused['refused'] | undefined
}) {
  const { language } = useOffice()
  const t = useSay()
  const { result, resultTemplates } = dossier
  const { revalidate } = useRevalidator()
  const [own, setOwn] = useState<{ readonly from: number; readonly to: number }>()
  if (resultTemplates.length === 0) return <EmptyState icon="certificate" tone="paused" title={t(words.noTemplates)} />
  if (result?.number) return <IssuedResult dossier={dossier} result={result} refused={refused} />
  const proposal = dossier.state.proposal === 'refuse' ? 'refused' : 'granted'
  const isFit = (id: string) => resultTemplates.find((one) => one.id === id)?.outcome === proposal
  const differs = result !== null && !isFit(result.template)
  const usual =
    resultTemplates.find((one) => one.id === result?.template) ??
    resultTemplates.find((one) => isFit(one.id)) ??
    resultTemplates[0]
  // What was saved from this editor is what stands in it; what came from elsewhere is shown anew.
  const shown = own && result && own.from <= result.revision && result.revision <= own.to ? own.from : result?.revision
  return (
    <>
      <Block title={result?.title ?? t(words.none)}>
        {refused && <RefusedNote language={language} refused={refused} />}
        {result === null && !dossier.isDecided && <p>{t(words.noneText)}</p>}
        {differs && (
          <NoteBox tone="soon" icon="alert-circle">
            {t(whyDiffers(resultTemplates, result.template))}
          </NoteBox>
        )}
        {dossier.isDecided ? (
          <NoteBox icon="lock">{t(result ? words.decided : words.undrafted)}</NoteBox>
        ) : dossier.canWriteResult ? (
          <Form method="post">
            <FormToken />
            <SendOnce />
            <input type="hidden" name="do" value="save" />
            <FieldRow>
              <SelectField
                name="template"
                label={t(words.template)}
                key={usual?.id}
                value={usual?.id}
                options={resultTemplates.map((one) => ({ value: one.id, text: one.title }))}
              />
            </FieldRow>
            <ActionRow left={result && <span className="quiet">{t(words.againHint)}</span>}>
              <Act icon="file-plus" text={t(result ? words.again : words.compose)} name="compose" value="yes" />
            </ActionRow>
          </Form>
        ) : (
          <NoteBox icon="lock">{t(words.notYours)}</NoteBox>
        )}
      </Block>
      {result && (
        <Editor
          key={shown}
          dossier={dossier}
          result={result}
          readOnly={!dossier.canWriteResult || dossier.isDecided}
          typed={refused?.typed}
          onSaved={(to) => {
            setOwn({ from: shown ?? to, to })
            void revalidate()
          }}
        />
      )}
    </>
  )
}

/** What a draft that does not fit gets wrong. */
function whyDiffers(templates: OfficeDossier['resultTemplates'], template: string): Words {
  const outcome = templates.find((one) => one.id === template)?.outcome
  if (outcome === undefined) return words.differsCase
  return outcome === 'refused' ? words.differsGranted : words.differsRefused
}

interface EditorProps {
  readonly dossier: OfficeDossier
  readonly result: Result
  readonly readOnly: boolean
  readonly typed: Readonly<Record<string, string>> | undefined
  readonly onSaved: (revision: number) => void
}

function Editor({ dossier, result, readOnly, typed, onSaved }: EditorProps) {
  const t = useSay()
  const form = useRef<HTMLFormElement>(null)
  // The fields go by what they began with: a paragraph that is emptied or added moves none of them while it is saved.
  const [begun] = useState(result.document)
  const { saving, revision, isBehind, onChange } = useDraftSaving({ form, dossierId: dossier.id, result, onSaved })
  useKeys({
    extra: {
      'ctrl s': () => form.current?.requestSubmit(),
    },
  })
  const kept = (name: string, value: string) => typed?.[name] ?? value
  const numberOf = (at: number) => begun.blocks.slice(0, at + 1).filter((block) => 'paragraph' in block).length
  return (
    <Block>
      {typed && <p className="quiet">{t(words.conflict)}</p>}
      <Form method="post" ref={form} onChange={onChange}>
        <FormToken />
        <input type="hidden" name="do" value="save" />
        <input type="hidden" name="template" value={result.template} />
        <input type="hidden" name="result-revision" value={revision} />
        <TextField name="title" label={t(words.title)} value={kept('title', begun.title)} readOnly={readOnly} />
        {begun.blocks.map((block, at) => {
          const name = (rest: string) => `blocks.${at}.${rest}`
          const kind = 'paragraph' in block ? 'paragraph' : 'article' in block ? 'article' : 'fields'
          return (
            <div key={at} className="field">
              <input type="hidden" name={name('kind')} value={kind} />
              {'paragraph' in block && (
                <TextField
                  name={name('paragraph')}
                  label={t(words.paragraph, { at: numberOf(at) })}
                  rows={rowsFor(block.paragraph)}
                  value={kept(name('paragraph'), block.paragraph)}
                  readOnly={readOnly}
                />
              )}
              {'article' in block && (
                <>
                  <TextField
                    name={name('article')}
                    label={t(words.article)}
                    value={kept(name('article'), block.article)}
                    readOnly={readOnly}
                  />
                  <TextField
                    name={name('text')}
                    label={t(words.text)}
                    rows={rowsFor(block.text)}
                    value={kept(name('text'), block.text)}
                    readOnly={readOnly}
                  />
                </>
              )}
              {'fields' in block &&
                block.fields.map((field, index) => (
                  <div key={index} className="field">
                    <input type="hidden" name={name(`fields.${index}.label`)} value={field.label} />
                    <TextField
                      name={name(`fields.${index}.value`)}
                      label={field.label}
                      value={kept(name(`fields.${index}.value`), field.value)}
                      readOnly={readOnly}
                    />
                  </div>
                ))}
            </div>
          )
        })}
        {!readOnly && <TextField name="added" label={t(words.added)} rows={2} value={kept('added', '')} />}
        <TextField
          name="recipients"
          label={t(words.recipients)}
          rows={3}
          value={kept('recipients', begun.recipients.join('\n'))}
          readOnly={readOnly}
        />
        {saving.state === 'stopped' && (
          <NoteBox tone="soon" icon="alert-circle" title={t(saving.words)}>
            {t(words.conflict)}
          </NoteBox>
        )}
        <ActionRow left={<Kept saving={saving} isBehind={isBehind} revision={revision} />}>
          <Act icon="eye" text={t(words.preview)} href={`/can-bo/ho-so/${dossier.id}?xem=ket-qua&giay=result`} />
          {!readOnly && <Act icon="cloud-check" text={t(words.save)} cap="Ctrl S" />}
        </ActionRow>
      </Form>
    </Block>
  )
}

/** How far what is typed is kept. */
function Kept({
  saving,
  isBehind,
  revision,
}: {
  readonly saving: Saving
  readonly isBehind: boolean
  readonly revision: number
}) {
  const t = useSay()
  if (saving.state === 'saving') return <SavedNote state="saving" text={t(words.saving)} />
  if (saving.state !== 'saved') return <SavedNote state="offline" text={t(words.failed)} />
  if (isBehind) return <span className="quiet">{t(words.unsaved)}</span>
  const clock = `${showDate(dateAt(saving.at))} ${showClock(saving.at)}`
  return <SavedNote text={t(words.saved, { clock, revision })} />
}

const rowsFor = (text: string): number => Math.min(12, Math.max(2, Math.ceil(text.length / 70)))
