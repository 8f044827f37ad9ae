import { budgetUnitCode, cmnd, drivingLicence, identityNumber, industryCode, socialInsurance } from './digits.ts'
import { email } from './email.ts'
import { enterpriseCode, taxCode } from './enterprise.ts'
import { healthInsurance, landCertificate, passport, vehiclePlate } from './letters-and-digits.ts'
import type { PatternName } from './names.ts'
import type { Pattern } from './pattern.ts'
import { personalId } from './personal-id.ts'
import { personName } from './person-name.ts'
import { phone } from './phone.ts'

/** Every named pattern; one that is in the list of names and missing here does not compile. */
export const patterns: Readonly<Record<PatternName, Pattern>> = {
  'person-name': personName,
  'personal-id': personalId,
  'identity-number': identityNumber,
  cmnd,
  passport,
  phone,
  email,
  'driving-licence': drivingLicence,
  'enterprise-code': enterpriseCode,
  'tax-code': taxCode,
  'budget-unit-code': budgetUnitCode,
  'social-insurance': socialInsurance,
  'health-insurance': healthInsurance,
  'vehicle-plate': vehiclePlate,
  'land-certificate': landCertificate,
  'industry-code': industryCode,
}
