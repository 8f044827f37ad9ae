/** A look-up code as people read it, in groups of four. */
export const inGroups = (lookUpCode: string): string => lookUpCode.replace(/(.{4})(?=.)/g, '$1-')
