/** The hidden field of a form that holds its key: however often the form arrives, what it asks is done once. */
export const onceField = 'once'
