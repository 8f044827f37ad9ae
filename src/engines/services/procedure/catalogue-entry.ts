import type { z } from 'zod'
import type { CatalogueEntry } from './declare-catalogue.ts'
import { Procedure } from './procedure-shape.ts'

/**
 * The whole procedure that a short entry stands for: described only, nothing of the entry lost. Papers get the ids `paper-1`,
 * `paper-2`… in their order. Throws a `ZodError` where the entry does not fit.
 */
export function procedureOfEntry(entry: CatalogueEntry): Procedure {
  const { code, localCode, codeStatus, owner: _owner, alternateOwner: _alternate, papers, ...same } = entry
  const status = localCode === undefined ? codeStatus : 'local'
  return Procedure.parse({
    ...same,
    code: code ?? localCode ?? '',
    ...(status !== undefined && { codeStatus: status }),
    owner: ownerOfEntry(entry),
    papers: papers.map(({ vi, en = vi }, index) => ({
      id: `paper-${index + 1}`,
      name: { vi, en },
      form: 'either' as const,
      accept: ['image' as const, 'pdf' as const],
    })),
  } satisfies z.input<typeof Procedure>)
}

/** The province has one agency for a subject, named by its code; below it every area has its own, named by the part that works. */
function ownerOfEntry({ level, owner, alternateOwner }: CatalogueEntry): Procedure['owner'] {
  if (level === 'province') return { agency: owner }
  return { tier: level, division: alternateOwner === undefined ? owner : [owner, alternateOwner] }
}
