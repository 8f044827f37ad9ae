import { foodShopBundle } from '../household-business/food-shop-bundle.ts'

/** Procedures that can be filed together in one go. */
export const bundles = [foodShopBundle]
