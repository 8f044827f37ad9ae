import { z } from 'zod'
import { declared } from '#values/declared.ts'
import { Area, Code, Name, OrganCode, Pattern, Unit } from './organization-shape.ts'

export { expandOrganization } from './expand-organization.ts'
export type { Area, AreaLiteral, Unit, UnitLiteral, UnitPattern } from './organization-shape.ts'
export { defineReorganization, type ReorganizationLiteral, type ReorganizationPlan } from './reorganization/plan.ts'

export const Organization = z.strictObject({
  id: z.string(),
  name: Name,
  areas: z.array(Area),
  units: z.array(Unit),
  /** Written out by `expandOrganization`. */
  patterns: z.array(Pattern).optional(),
})

/** Identifiers of units given beside the organisation, because another body issues them or because they are only a sample. */
export const OrganCodes = z.strictObject({
  organization: z.string(),
  /** `sample`: made up for demonstration, to be replaced before use; `issued`: by the decision named in `source`. */
  status: z.enum(['sample', 'issued']),
  source: z.string(),
  codes: z.record(Code, OrganCode),
})

/**
 * How far a permission of a post reaches: its own unit; the agency the unit belongs to, with all its divisions; everything
 * below the unit, subordinate agencies too; or all.
 */
export const reaches = ['unit', 'agency', 'subtree', 'all'] as const

const Role = z.strictObject({
  /** The function of a post in its unit, as processes name it. */
  function: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.strictObject({ vi: Name, en: Name }),
  permissions: z.record(z.string(), z.enum(reaches)),
})

export type Organization = z.infer<typeof Organization>
export type OrganCodes = z.infer<typeof OrganCodes>
export type Role = z.infer<typeof Role>
export type Reach = (typeof reaches)[number]

/** Declares an organisation: its administrative units and the bodies that serve them, all dated. */
export const defineOrganization = (organization: z.input<typeof Organization>): Organization =>
  declared(Organization, organization, `organisation ${organization.id}`)

/** Declares identifiers of units of an organisation, by the code of the unit. */
export const defineOrganCodes = (organCodes: z.input<typeof OrganCodes>): OrganCodes =>
  declared(OrganCodes, organCodes, 'identifiers of units')

/** Declares what posts with one function may do, and how far. */
export const defineRole = (role: z.input<typeof Role>): Role => declared(Role, role, `role ${role.function}`)
