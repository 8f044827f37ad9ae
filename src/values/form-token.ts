/** The hidden field of every posted form that says it was drawn for this browser. */
export const formTokenField = 'form-token'
