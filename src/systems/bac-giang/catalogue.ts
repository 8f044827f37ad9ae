import { catalogue as agriculture } from '../agriculture/catalogue.ts'
import { catalogue as certification } from '../certification/catalogue.ts'
import { catalogue as civilStatus } from '../civil-status/catalogue.ts'
import { catalogue as construction } from '../construction/catalogue.ts'
import { catalogue as culture } from '../culture/catalogue.ts'
import { catalogue as education } from '../education/catalogue.ts'
import { catalogue as enterprise } from '../enterprise/catalogue.ts'
import { catalogue as environment } from '../environment/catalogue.ts'
import { catalogue as ethnicAffairs } from '../ethnic-affairs/catalogue.ts'
import { catalogue as finance } from '../finance/catalogue.ts'
import { catalogue as foreignAffairs } from '../foreign-affairs/catalogue.ts'
import { catalogue as health } from '../health/catalogue.ts'
import { catalogue as householdBusiness } from '../household-business/catalogue.ts'
import { catalogue as industryTrade } from '../industry-trade/catalogue.ts'
import { catalogue as information } from '../information/catalogue.ts'
import { catalogue as inspection } from '../inspection/catalogue.ts'
import { catalogue as interior } from '../interior/catalogue.ts'
import { catalogue as justice } from '../justice/catalogue.ts'
import { catalogue as labour } from '../labour/catalogue.ts'
import { catalogue as land } from '../land/catalogue.ts'
import { catalogue as science } from '../science/catalogue.ts'
import { catalogue as socialProtection } from '../social-protection/catalogue.ts'
import { catalogue as transport } from '../transport/catalogue.ts'

/** Every procedure that the province, its districts and its communes announce here. */
export const catalogue = [
  ...civilStatus,
  ...certification,
  ...socialProtection,
  ...land,
  ...construction,
  ...householdBusiness,
  ...enterprise,
  ...transport,
  ...justice,
  ...industryTrade,
  ...labour,
  ...health,
  ...education,
  ...culture,
  ...information,
  ...agriculture,
  ...environment,
  ...science,
  ...interior,
  ...finance,
  ...foreignAffairs,
  ...ethnicAffairs,
  ...inspection,
]
