/** Where papers that the province has already of an applicant are taken into a draft. */
export const reusableHref = (draftId: string): string => `/can-bo/quay/da-co/${draftId}`
