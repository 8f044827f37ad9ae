import { useEffect, useState, type RefObject } from 'react'
import { useRevalidator } from 'react-router'
import type { Json } from '#values/layers.ts'
import { editDeclaration, editsOf, readAt, type Edit } from '#engines/services/contract.ts'
import { Autosave, type Kept, type Saving } from '../autosave.ts'
import { usePageLife } from '../use-page-life.ts'
import { typedIn } from './typed-element.ts'

export interface ElementSaving {
  readonly saving: Saving | undefined
  changed(): void
  /** Goes on once everything typed is kept. */
  settled(then: () => void): void
}

export interface Saved {
  /** Where the controls stand. */
  readonly form: RefObject<HTMLFormElement | null>
  readonly draft: Written
  /** The path of the open element. */
  readonly open: string
}

interface Written {
  readonly id: string
  readonly revision: number
  readonly savedAt: Date
  readonly declaration: Json
}

/**
 * Saves the open element as it is typed, and before anything else on the page is sent or followed: whoever adds, moves or leaves does so
 * with what they see. The page is read anew after each time, so that checks and lists follow.
 */
export function useElementSaving({ form, draft, open }: Saved): ElementSaving {
  const { revalidate } = useRevalidator()
  const [saving, setSaving] = useState<Saving | undefined>({ state: 'saved', at: draft.savedAt })
  const [held] = useState(() => new HeldDraft(draft.declaration, open))
  const [autosave] = useState(
    () =>
      new Autosave<Kept>({
        text: () => held.typed(form.current),
        requestOf: () => ({
          path: `/services/procedure-drafts/${draft.id}`,
          body: { edits: held.toSend(form.current) },
        }),
        revision: draft.revision,
        tell: (now, saved, isBehind = false) => {
          setSaving(now)
          if (saved === undefined) return
          held.wasKept(saved.revision)
          if (!isBehind) void revalidate()
        },
      }),
  )
  usePageLife(autosave)

  useEffect(() => {
    const first = (event: Event, go: () => void) => {
      if (!autosave.isBehind()) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void autosave.settle().then((isKept) => isKept && go())
    }
    const onSubmit = (event: SubmitEvent) => {
      const sent = event.target as HTMLFormElement
      held.mark(sent)
      first(event, () => {
        held.mark(sent)
        sent.requestSubmit(event.submitter)
      })
    }
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a')
      if (link !== null && event.button === 0) first(event, () => link.click())
    }
    // Before React and the links of the office hear of it.
    window.addEventListener('submit', onSubmit, true)
    window.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('submit', onSubmit, true)
      window.removeEventListener('click', onClick, true)
    }
  }, [autosave, held])

  return {
    saving,
    changed: () => autosave.later(),
    settled: (then) => void autosave.settle().then((isKept) => isKept && then()),
  }
}

/** The draft as the server has it and what stands in the controls; the page learns of it a moment later. */
class HeldDraft {
  readonly #open: string
  #declaration: Json
  #sent: readonly Edit[] = []
  #revision: number | undefined

  constructor(declaration: Json, open: string) {
    this.#declaration = declaration
    this.#open = open
  }

  /** The open element as the controls say it, so that a control that only came to the screen changes nothing. */
  typed(form: HTMLFormElement | null): string | undefined {
    const edits = this.#edits(form)
    const edited = edits && editDeclaration(this.#declaration, edits)
    return edited === undefined ? undefined : JSON.stringify(this.#open === '' ? edited : readAt(edited, this.#open))
  }

  toSend(form: HTMLFormElement | null): readonly Edit[] {
    this.#sent = this.#edits(form) ?? []
    return this.#sent
  }

  wasKept(revision: number): void {
    this.#declaration = editDeclaration(this.#declaration, this.#sent) ?? this.#declaration
    this.#revision = revision
  }

  /** A form that leaves now says the revision that was kept last. */
  mark(form: HTMLFormElement): void {
    const field = form.elements.namedItem('revision')
    if (this.#revision !== undefined && field instanceof HTMLInputElement) field.value = String(this.#revision)
  }

  #edits(form: HTMLFormElement | null): readonly Edit[] | undefined {
    return form ? editsOf(this.#declaration, this.#open, typedIn(new FormData(form))) : undefined
  }
}
