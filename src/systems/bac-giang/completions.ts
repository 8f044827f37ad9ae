import { foodSafetyCertificate } from '../agriculture/food-safety-certificate.ts'
import { certifiedCopy } from '../certification/certified-copy.ts'
import { birthRegistration } from '../civil-status/birth-registration.ts'
import { deathRegistration } from '../civil-status/death-registration.ts'
import { maritalStatusCertificate } from '../civil-status/marital-status-certificate.ts'
import { marriageRegistration } from '../civil-status/marriage-registration.ts'
import { constructionPracticeCertificate } from '../construction/construction-practice-certificate.ts'
import { houseConstructionPermit } from '../construction/house-construction-permit.ts'
import { advertisementNotice } from '../culture/advertisement-notice.ts'
import { diplomaCopy } from '../education/diploma-copy.ts'
import { upperSecondaryTransfer } from '../education/upper-secondary-transfer.ts'
import { industrialParkInvestment } from '../enterprise/industrial-park-investment.ts'
import { oneMemberCompany } from '../enterprise/one-member-company.ts'
import { drillingLicence } from '../environment/drilling-licence.ts'
import { respectedPerson } from '../ethnic-affairs/respected-person.ts'
import { budgetUnitCode } from '../finance/budget-unit-code.ts'
import { internationalConference } from '../foreign-affairs/international-conference.ts'
import { pharmacyCertificate } from '../health/pharmacy-certificate.ts'
import { householdBusinessChange } from '../household-business/household-business-change.ts'
import { householdBusinessPause } from '../household-business/household-business-pause.ts'
import { householdBusinessRegistration } from '../household-business/household-business-registration.ts'
import { alcoholRetailLicence } from '../industry-trade/alcohol-retail-licence.ts'
import { promotionNotice } from '../industry-trade/promotion-notice.ts'
import { gamePlaceCertificate } from '../information/game-place-certificate.ts'
import { publicationLicence } from '../information/publication-licence.ts'
import { secondComplaint } from '../inspection/second-complaint.ts'
import { associationFounding } from '../interior/association-founding.ts'
import { criminalRecordCertificate } from '../justice/criminal-record-certificate.ts'
import { unemploymentBenefit } from '../labour/unemployment-benefit.ts'
import { landTransferRegistration } from '../land/land-transfer-registration.ts'
import { xRayLicence } from '../science/x-ray-licence.ts'
import { disabilityCertificate } from '../social-protection/disability-certificate.ts'
import { funeralSupport } from '../social-protection/funeral-support.ts'
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
  certifiedCopy,
  alcoholRetailLicence,
  foodSafetyCertificate,
  deathRegistration,
  funeralSupport,
  disabilityCertificate,
  gamePlaceCertificate,
  diplomaCopy,
  householdBusinessPause,
  associationFounding,
  oneMemberCompany,
  budgetUnitCode,
  constructionPracticeCertificate,
  drillingLicence,
  publicationLicence,
  unemploymentBenefit,
  advertisementNotice,
  xRayLicence,
  upperSecondaryTransfer,
  pharmacyCertificate,
  internationalConference,
  secondComplaint,
  respectedPerson,
  industrialParkInvestment,
]
