/** Who filed a dossier, on one line: the applicant, those who filed together, the organisation. */
export const applicantsOf = (dossier: {
  readonly applicantName: string
  readonly coApplicants: readonly string[]
  readonly enterpriseName: string | null
}): string => {
  const people = [dossier.applicantName, ...dossier.coApplicants].join(', ')
  return dossier.enterpriseName ? `${people} · ${dossier.enterpriseName}` : people
}
