import { addDays } from '#values/plain-date.ts'
import { showDate, showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { Changed, DeadlineBadge, NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { openDossiersHref } from './editor-address.ts'
import { useEditor } from './use-editor.ts'
import { stateWords } from './words.ts'

const words = {
  versions: { vi: 'Phiên bản', en: 'Versions' },
  version: { vi: 'Bản {number}', en: 'Version {number}' },
  fresh: { vi: 'Bản mới', en: 'The new version' },
  inForce: { vi: 'Hiệu lực', en: 'In force' },
  waiting: { vi: 'Chờ đến ngày', en: 'Waits' },
  ended: { vi: 'Đã hết', en: 'Ended' },
  replaced: { vi: 'Không áp dụng', en: 'Never in force' },
  from: { vi: 'Từ {from}', en: 'From {from}' },
  until: { vi: 'Đến hết {to}', en: 'Up to {to}' },
  planned: { vi: 'Dự kiến hiệu lực {from}', en: 'Planned from {from}' },
  notPlanned: { vi: 'Chưa định ngày hiệu lực', en: 'No day yet' },
  impact: { vi: 'Động đến', en: 'Touches' },
  openDossiers: { vi: 'Hồ sơ đang mở, giữ bản cũ', en: 'Open dossiers, which keep theirs' },
  openDossiersMove: { vi: 'Hồ sơ đang mở, đi tiếp theo bản mới', en: 'Open dossiers, which go by the new one' },
  keptForm: {
    vi: 'Hồ sơ đang mở đổi bước theo bản mới; biểu mẫu, giấy tờ, phí, ngày hẹn giữ nguyên.',
    en: 'Open dossiers go by the new steps; form, papers, fees and dates stay.',
  },
  moved: { vi: 'Hồ sơ đã chuyển, hồ sơ ở lại', en: 'Dossiers moved, and those that stay' },
  choose: { vi: 'Chọn cho hồ sơ đang mở', en: 'Choose for open dossiers' },
  applications: { vi: 'Đơn đang khai, sẽ theo bản mới', en: 'Applications being written' },
  counters: { vi: 'Quầy tiếp nhận', en: 'Counters' },
  templates: { vi: 'Mẫu văn bản đổi', en: 'Templates changed' },
  kept: {
    vi: 'Hồ sơ chạy hết theo bản lúc nộp; đơn nộp từ ngày hiệu lực theo bản mới.',
    en: 'A dossier keeps the version it was filed by.',
  },
  changes: { vi: 'Đổi so với bản {number}', en: 'Changed from version {number}' },
  none: { vi: 'Chưa đổi gì', en: 'Nothing yet' },
  fixFirst: { vi: 'Sửa hết lỗi rồi mới so được.', en: 'Shown once nothing is wrong.' },
  returned: { vi: 'Trả lại để sửa', en: 'Sent back' },
  decided: { vi: '{name} duyệt {at}, {document}', en: 'Approved by {name} {at}, {document}' },
  submitted: { vi: '{name} gửi duyệt {at}', en: 'Submitted by {name} {at}' },
} as const satisfies Record<string, Words>

/** The versions there were and will be, why this one came back, and what it changes. */
export function VersionSide() {
  const { draft, versions, impact } = useEditor()
  const { language } = useOffice()
  const t = useSay()
  const isOpen = draft.state === 'editing' || draft.state === 'submitted'
  return (
    <>
      <Block title={t(words.versions)} small />
      <LineList
        label={t(words.versions)}
        lines={[
          ...(isOpen
            ? [
                {
                  id: 'draft',
                  selected: true,
                  text: (
                    <span className="in-line">
                      <b>{t(words.fresh)}</b>{' '}
                      <StatusText
                        tone={draft.state === 'editing' ? 'info' : 'soon'}
                        icon={draft.state === 'editing' ? 'pencil' : 'clock'}
                      >
                        {t(stateWords[draft.state])}
                      </StatusText>
                    </span>
                  ),
                  note: draft.effectiveOn
                    ? t(words.planned, { from: showDate(draft.effectiveOn) })
                    : t(words.notPlanned),
                },
              ]
            : []),
          ...versions.map((one) => ({
            id: String(one.number),
            text: (
              <span className="in-line">
                <b>{t(words.version, { number: one.number })}</b>{' '}
                {one.state === 'in-force' ? (
                  <DeadlineBadge tone="good" icon="check">
                    {t(words.inForce)}
                  </DeadlineBadge>
                ) : (
                  <span className="quiet">{t(words[one.state])}</span>
                )}
              </span>
            ),
            note: [
              one.from === null ? '' : t(words.from, { from: showDate(one.from) }),
              one.to === null ? '' : t(words.until, { to: showDate(addDays(one.to, -1)) }),
            ]
              .filter(Boolean)
              .join(' · '),
          })),
        ]}
      />
      {isOpen && impact !== null && (
        <Block title={t(words.impact)} small>
          <FactRows
            rows={[
              { term: t(impact.moves ? words.openDossiersMove : words.openDossiers), value: impact.openDossiers },
              { term: t(words.applications), value: impact.applications },
              { term: t(words.counters), value: impact.counters },
              { term: t(words.templates), value: impact.templates },
            ]}
          />
          <p className="quiet">{t(impact.moves ? words.keptForm : words.kept)}</p>
          {draft.baseNumber !== null && (
            <ActionRow>
              <Act kind="link" icon="arrows-exchange" text={t(words.choose)} href={openDossiersHref(draft.id)} />
            </ActionRow>
          )}
        </Block>
      )}
      {draft.remark !== null && draft.state === 'editing' && (
        <Block>
          <NoteBox tone="soon" icon="arrow-back-up" title={t(words.returned)}>
            <p>{draft.remark}</p>
          </NoteBox>
        </Block>
      )}
      {draft.submittedAt !== null && draft.state === 'submitted' && (
        <Block>
          <p className="quiet">
            {t(words.submitted, { name: draft.submittedByName ?? '', at: showInstant(draft.submittedAt, language) })}
          </p>
        </Block>
      )}
      {draft.state === 'published' && impact?.moves && (
        <Block>
          <ActionRow>
            <Act kind="link" icon="arrows-exchange" text={t(words.moved)} href={openDossiersHref(draft.id)} />
          </ActionRow>
        </Block>
      )}
      {draft.state === 'published' && draft.decidedAt !== null && (
        <Block>
          <p className="quiet">
            {t(words.decided, {
              name: draft.decidedByName ?? '',
              at: showInstant(draft.decidedAt, language),
              document: draft.document ?? '',
            })}
          </p>
        </Block>
      )}
      {draft.baseNumber !== null && (
        <Block title={t(words.changes, { number: draft.baseNumber })} small>
          {draft.changes.length === 0 && (
            <p className="quiet">
              {t(draft.findings.some(({ weight }) => weight === 'error') ? words.fixFirst : words.none)}
            </p>
          )}
          <ul className="plain-list">
            {draft.changes.map(({ what, before, after }, at) => (
              <li key={at}>
                {t(what)}: <Changed before={before === null ? '' : t(before)} after={after === null ? '' : t(after)} />
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  )
}
