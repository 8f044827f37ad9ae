/** Where the pages of one paper of a draft are put in order. */
export const arrangeHref = (draftId: string, paper: string): string =>
  `/can-bo/quay/trang/${draftId}/${encodeURIComponent(paper)}`
