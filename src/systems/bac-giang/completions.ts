import { birthRegistration } from '../civil-status/birth-registration.ts'
import { maritalStatusCertificate } from '../civil-status/marital-status-certificate.ts'
import { marriageRegistration } from '../civil-status/marriage-registration.ts'
import { houseConstructionPermit } from '../construction/house-construction-permit.ts'
import { householdBusinessChange } from '../household-business/household-business-change.ts'
import { householdBusinessRegistration } from '../household-business/household-business-registration.ts'
import { promotionNotice } from '../industry-trade/promotion-notice.ts'
import { criminalRecordCertificate } from '../justice/criminal-record-certificate.ts'
import { landTransferRegistration } from '../land/land-transfer-registration.ts'
import { monthlySocialAllowance } from '../social-protection/monthly-social-allowance.ts'
import { drivingLicenceExchange } from '../transport/driving-licence-exchange.ts'
import { vehicleBadge } from '../transport/vehicle-badge.ts'

/** The procedures of the catalogue that can be filed and settled here. */
export const completions = [
  birthRegistration,
  marriageRegistration,
  maritalStatusCertificate,
  monthlySocialAllowance,
  landTransferRegistration,
  houseConstructionPermit,
  householdBusinessRegistration,
  householdBusinessChange,
  drivingLicenceExchange,
  vehicleBadge,
  criminalRecordCertificate,
  promotionNotice,
]
