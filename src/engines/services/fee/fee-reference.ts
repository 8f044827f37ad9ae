/** What the order of a dossier's fees goes by in `payments`: those of one moment are paid together. */
export const feeReference = (dossierId: string, payAt: string): string => `dossier ${dossierId} ${payAt}`

/** The dossier that an order is for, and when it is paid; undefined for what is not ours. */
export function readFeeReference(reference: string): { dossierId: string; payAt: string } | undefined {
  const [, dossierId, payAt] = /^dossier (\S+) (\S+)$/.exec(reference) ?? []
  return dossierId === undefined || payAt === undefined ? undefined : { dossierId, payAt }
}
