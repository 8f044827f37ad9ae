import { useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Answers, Lookups } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { answersAbout, laidOver } from './applicant.ts'
import { answersNow } from './answers-now.ts'
import { noApplicant, type ApplicantTyped } from './read-card.ts'

interface FilledFormAsked {
  readonly element: RefObject<HTMLFormElement | null>
  readonly form: Form
  readonly lookups: Lookups
  readonly start: () => Answers
  readonly typed: ApplicantTyped
  /** Hears that answers were laid into the form, which types nothing itself. */
  readonly onFilled: () => void
}

/** The answers of a reception's form; what is known of the applicant is laid over them where the form asks for the same. */
export function useFilledForm({ element, form, lookups, start, typed, onFilled }: FilledFormAsked) {
  const [filled, setFilled] = useState(() => ({ version: 0, answers: start() }))
  const [answers, setAnswers] = useState(filled.answers)
  const told = useRef(typed)
  const lay = (applicant: ApplicantTyped) => {
    if (element.current === null) return
    const before = answersNow(form, {}, new FormData(element.current), lookups)
    const next = laidOver(before, answersAbout(form, applicant, lookups))
    if (JSON.stringify(next) === JSON.stringify(before)) return
    setFilled(({ version }) => ({ version: version + 1, answers: next }))
    setAnswers(next)
    onFilled()
  }
  const layOver = (applicant: ApplicantTyped) => {
    told.current = applicant
    lay(applicant)
  }
  // What is typed of the applicant by hand goes into the form as well once the fields are left: only that, the form may be about another.
  const onLeave = () => {
    const changed = changedSince(told.current, typed)
    if (changed === undefined) return
    told.current = typed
    requestAnimationFrame(() => {
      const { id } = document.activeElement ?? {}
      // Two fields may be left within a frame: what is laid next reads what was laid before.
      flushSync(() => lay(changed))
      requestAnimationFrame(() => id && document.getElementById(id)?.focus())
    })
  }
  return { filled, answers, setAnswers, layOver, onLeave }
}

/** What was typed anew, the address as a whole; nothing if it is the same. */
function changedSince(before: ApplicantTyped, now: ApplicantTyped): ApplicantTyped | undefined {
  const changed = (Object.keys(now) as (keyof ApplicantTyped)[]).filter((part) => now[part] !== before[part])
  if (changed.length === 0) return undefined
  const { commune, detail } = changed.includes('commune') || changed.includes('detail') ? now : noApplicant
  return { ...noApplicant, ...Object.fromEntries(changed.map((part) => [part, now[part]])), commune, detail }
}
