/**
 * How many dossiers each complete procedure has among a thousand, and how a year is shaped month by month. Proportions follow the
 * monthly counts of the real one-stop centre of 2014–2016 (busy spring, quiet Tết); the demo's totals are smaller.
 */
export const procedureWeights: Readonly<Record<string, number>> = {
  '1.001193': 190,
  '1.004873': 170,
  '1.000894': 75,
  '1.002809': 150,
  '2.000488': 80,
  '1.001612': 70,
  '2.000720': 30,
  '1.009994': 45,
  '2.000889': 90,
  '2.002288': 35,
  '1.001776': 45,
  '2.000033': 20,
}

/** January … December; 100 is an ordinary month. */
export const monthWeights = [72, 58, 118, 112, 108, 104, 98, 101, 103, 106, 110, 115] as const

/** The share that is filed online, by level of government. */
export const onlineShare: Readonly<Record<string, number>> = { province: 0.42, district: 0.27, commune: 0.18 }
