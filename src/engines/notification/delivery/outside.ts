import type { OwnMessage } from '../template/own-message.ts'
import type { Facts, TemplateKind } from '../template/template-shape.ts'

/** What is told outside the platform, by the template for this kind of thing. */
export interface Outside {
  readonly template: TemplateKind
  readonly procedureCode: string
  /** What the version of the dossier says itself for this. */
  readonly own?: OwnMessage | undefined
  readonly facts: Facts
  /** As declared for this dossier or verified; as people write it. */
  readonly phone: string | null
  /** Whose dossier it is about. */
  readonly unitId: string
}
