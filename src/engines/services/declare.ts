/** What a system may say about procedures: in full, in short by sector, the rest of a complete one, and changes laid over them. */
export { completeProcedure, proceduresOf } from './complete-procedure.ts'
export { defineCatalogue, type CatalogueEntry } from './declare-catalogue.ts'
export { comingProcedures, defineComing, defineOverlay, layProcedures } from './overlay.ts'
export { Procedure, type Fee, type Owner, type ResultTemplate, type TimeLimit } from './procedure-shape.ts'
