import { useEffect, useState, type RefObject } from 'react'
import type { Words } from '#values/words.ts'
import { factsByKind, fillTemplate, previewSms, sampleFacts, TemplateKind } from '#engines/notification/contract.ts'
import { factWords, smsWords } from '#engines/notification/web/index.ts'
import { readAt } from '#engines/services/contract.ts'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { useOffice, useSay } from '../use-office.ts'
import { typedIn } from './typed-element.ts'
import { useEditor } from './use-editor.ts'

const words = {
  sample: { vi: 'Xem thử tin', en: 'As it will be told' },
  sampleNote: { vi: 'điền bằng hồ sơ mẫu', en: 'with a sample dossier' },
  sms: { vi: 'Tin SMS', en: 'SMS' },
  push: { vi: 'Thông báo trên máy', en: 'Notification' },
  line: { vi: 'Trang cá nhân, thư', en: 'Page, e-mail' },
  usual: { vi: 'câu thường dùng', en: 'the usual line' },
  facts: {
    vi: 'Chỗ điền: {facts}. Không ghi tên người, số định danh.',
    en: 'Placeholders: {facts}. No names of people.',
  },
  layers: {
    vi: 'Gửi bằng đường nào, giờ nào theo mẫu chung của tỉnh. Quản trị đã đặt mẫu riêng cho thủ tục này thì SMS và thông báo theo mẫu đó.',
    en: 'How and when it goes is as the province says. Where administrators set a template for this procedure, that one goes.',
  },
} as const satisfies Record<string, Words>

const paths = ['event', 'plain', 'accented', 'isAccented', 'line.vi', 'line.en'] as const
type Texts = Readonly<Record<(typeof paths)[number], string>>

/** The open message as telephones and the page show it, with each letter that is typed; without a script as it was saved last. */
export function MessageSample({ form }: { readonly form: RefObject<HTMLFormElement | null> }) {
  const { draft, open } = useEditor()
  const { language } = useOffice()
  const t = useSay()
  const saved = textsBy((path) => readAt(draft.declaration, `${open}.${path}`))
  const [typed, setTyped] = useState<Texts>()
  useEffect(() => {
    const controls = form.current
    if (controls === null) return
    const look = () => {
      const now = typedIn(new FormData(controls))
      setTyped(textsBy((path) => (path === 'isAccented' ? now.text(path) !== undefined : now.text(path))))
    }
    controls.addEventListener('input', look)
    return () => controls.removeEventListener('input', look)
  }, [form])
  const texts = typed ?? saved
  const event = TemplateKind.safeParse(texts.event).data
  if (!/^messages\.\d+$/.test(open) || event === undefined) return null
  const { text, encoding, parts, units } = previewSms({ ...texts, isAccented: texts.isAccented === 'true' })
  const line = texts[`line.${language}`] || texts['line.vi']
  const facts = factsByKind[event].map((fact) => `{${fact}} ${t(factWords[fact])}`).join(', ')
  return (
    <Block title={t(words.sample)} small note={t(words.sampleNote)}>
      <div aria-live="polite">
        <FactRows
          rows={[
            {
              term: t(words.sms),
              value: (
                <>
                  {text}{' '}
                  <span className="quiet">({t(smsWords.parts, { parts, units, kind: t(smsWords[encoding]) })})</span>
                </>
              ),
            },
            { term: t(words.push), value: fillTemplate(texts.accented, sampleFacts) },
            { term: t(words.line), value: line === '' ? t(words.usual) : fillTemplate(line, sampleFacts) },
          ]}
        />
      </div>
      <p className="quiet">{t(words.facts, { facts })}</p>
      <p className="quiet">{t(words.layers)}</p>
    </Block>
  )
}

const textsBy = (said: (path: string) => unknown): Texts =>
  Object.fromEntries(
    paths.map((path) => {
      const one = said(path)
      return [path, typeof one === 'string' ? one : one === true ? 'true' : '']
    }),
  ) as Texts
