import type { ReactNode } from 'react'
import { say, type Language, type Words } from '#values/words.ts'
import { Icon } from '#ui/Icon.tsx'
import { TaskFrame } from '#ui/portal/TaskFrame.tsx'
import { installation } from '../../installation.ts'

const words = {
  later: { vi: 'Để sau', en: 'Later' },
  step: { vi: 'Bước cuối: trả phí', en: 'Last step: the fee' },
  safe: { vi: 'Kết nối an toàn', en: 'Secure connection' },
} as const satisfies Record<string, Words>

interface PaymentFrameProps {
  readonly language: Language
  readonly title: string
  /** Where it leads back to. */
  readonly link: string
  readonly children: ReactNode
}

/** The frame of what has to be paid: nothing to wander off to but the dossier, where it waits. */
export function PaymentFrame({ language, title, link, children }: PaymentFrameProps) {
  const later = say(words.later, language)
  return (
    <TaskFrame
      language={language}
      homeHref="/"
      title={title}
      site={say(installation.portalName, language)}
      leave={{ text: later, short: later, href: link }}
      narrow
    >
      {children}
    </TaskFrame>
  )
}

/** That it is the last step, and safe. */
export const LastStep = ({ language }: { readonly language: Language }) => (
  <p className="last-step">
    <b>{say(words.step, language)}</b>
    <span className="status tone-good">
      <Icon name="lock" />
      <span>{say(words.safe, language)}</span>
    </span>
  </p>
)
