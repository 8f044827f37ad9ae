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
  '2.000815': 60,
  '1.000656': 22,
  '1.001699': 10,
  '1.001731': 10,
  '1.005092': 14,
  '1.001570': 8,
  '2.000620': 6,
  '2.001885': 3,
  '1.001978': 14,
  '2.001583': 10,
  '2.002478': 4,
  '1.004593': 3,
  '1.004650': 5,
  '2.001827': 4,
  'BG.118': 4,
  'BG.114': 3,
  '1.003868': 3,
  'BG.113': 3,
  'BG.115': 2,
  'BG.116': 2,
  '1.004122': 1,
  '2.001481': 1,
  '2.002311': 1,
  '2.002380': 2,
}

/** January … December; 100 is an ordinary month. */
export const monthWeights = [72, 58, 118, 112, 108, 104, 98, 101, 103, 106, 110, 115] as const

/** The share that is filed online, by level of government. */
export const onlineShare: Readonly<Record<string, number>> = { province: 0.42, district: 0.27, commune: 0.18 }
