/** What a system may say about procedures: in full, in short by sector, the rest of a complete one, and changes laid over them. */
export { completeProcedure, proceduresOf } from './procedure/complete-procedure.ts'
export { defineCatalogue, type CatalogueEntry } from './procedure/declare-catalogue.ts'
export { bundlesOf, defineBundle, type Bundle } from './bundle/define-bundle.ts'
export { comingProcedures, defineComing, defineOverlay, layProcedures } from './procedure/overlay.ts'
export {
  Procedure,
  type Exemption,
  type Fee,
  type Owner,
  type ResultTemplate,
  type TimeLimit,
} from './procedure/procedure-shape.ts'
