import { useRef, useState, type RefObject } from 'react'
import type { Answers, Lookups } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { answersAbout, laidOver } from './applicant.ts'
import { answersNow } from './answers-now.ts'
import type { ApplicantTyped } from './read-card.ts'

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
  const layOver = (applicant: ApplicantTyped) => {
    if (element.current === null) return
    const before = answersNow(form, {}, new FormData(element.current), lookups)
    const next = laidOver(before, answersAbout(form, applicant, lookups))
    if (JSON.stringify(next) === JSON.stringify(before)) return
    setFilled(({ version }) => ({ version: version + 1, answers: next }))
    setAnswers(next)
    onFilled()
  }
  // What is typed of the applicant by hand goes into the form as well once the fields are left.
  const told = useRef('')
  const onLeave = () => {
    const about = JSON.stringify(answersAbout(form, typed, lookups))
    if (about === told.current) return
    told.current = about
    requestAnimationFrame(() => {
      const { id } = document.activeElement ?? {}
      layOver(typed)
      requestAnimationFrame(() => id && document.getElementById(id)?.focus())
    })
  }
  return { filled, answers, setAnswers, layOver, onLeave }
}
