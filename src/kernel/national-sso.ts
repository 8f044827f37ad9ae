import { z } from 'zod'
import { isSafeAddress, jsonVariable } from './outside-variables.ts'

/** The single sign-on of the national portal, as it is set up for this installation. */
export interface NationalSso {
  /** Compared letter by letter with what its tokens say. */
  readonly issuer: string
  readonly clientId: string
  /** By which we prove ourselves: a secret that both hold, or the file of a private key in PEM whose public part it was given. */
  readonly proof: { readonly secret: string } | { readonly keyFile: string }
  readonly scope: string
  readonly acr: string
  /** The one algorithm that its ID tokens may be signed with. */
  readonly idTokenAlg: string
  /** Absent = read from the issuer (OpenID Connect Discovery). */
  readonly endpoints?: NationalEndpoints | undefined
  readonly claims: NationalClaims
}

const Endpoint = z.string().refine(isSafeAddress, { error: 'https' })

const Endpoints = z.strictObject({ authorization: Endpoint, token: Endpoint, userinfo: Endpoint, jwks: Endpoint })
export type NationalEndpoints = z.infer<typeof Endpoints>

const Claim = z.string().min(1).max(100)

/** Which claim says what. The national portal publishes no list of them, so that none has a default. */
const Claims = z.strictObject({
  personalId: Claim,
  fullName: Claim,
  birthDate: Claim,
  phone: Claim.optional(),
  /** The kind of account, and what it says there of one of an enterprise: of others no enterprise is taken. */
  accountType: Claim.optional(),
  enterpriseAccount: Claim.optional(),
  enterpriseCode: Claim.optional(),
  enterpriseName: Claim.optional(),
})
export type NationalClaims = z.infer<typeof Claims>

export const nationalSsoVariables = {
  NATIONAL_SSO_ISSUER: z
    .string()
    .refine(isSafeAddress, { error: 'must be an address such as https://xacthuc.example.gov.vn/oauth2/token' })
    .optional()
    .describe("the issuer of the national portal's single sign-on, exactly as its tokens name it; no such button"),
  NATIONAL_SSO_CLIENT_ID: z.string().min(1).optional().describe('what it calls us; needed with the issuer'),
  NATIONAL_SSO_CLIENT_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('our secret there; this or the key is needed with the issuer'),
  NATIONAL_SSO_CLIENT_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('instead of a secret the file of our private key in PEM, EC P-256 or RSA (private_key_jwt)'),
  NATIONAL_SSO_SCOPE: z
    .string()
    .regex(/^openid( \S+)*$/, { error: 'must begin with openid' })
    .default('openid')
    .describe('what we ask for; openid'),
  NATIONAL_SSO_ACR: z.string().min(1).default('LoA1').describe('the assurance that we ask for; LoA1'),
  NATIONAL_SSO_ALG: z
    .enum(['RS256', 'PS256', 'ES256'], { error: 'must be RS256, PS256 or ES256' })
    .default('RS256')
    .describe('the algorithm of its ID tokens; RS256'),
  NATIONAL_SSO_ENDPOINTS: jsonVariable(Endpoints, '{"authorization":"https://…","token":"…","userinfo":"…","jwks":"…"}')
    .optional()
    .describe('its addresses as JSON: authorization, token, userinfo, jwks; read from the issuer'),
  NATIONAL_SSO_CLAIMS: jsonVariable(Claims, '{"personalId":"…","fullName":"…","birthDate":"…"}')
    .optional()
    .describe(
      'which claim says what, as JSON: personalId, fullName, birthDate, phone, enterpriseCode, enterpriseName, accountType and its value enterpriseAccount; the first three are needed with the issuer',
    ),
}

const Variables = z.object(nationalSsoVariables)
type Variables = z.infer<typeof Variables>

/** What is set up, or undefined without an issuer; throws when it is set up by half. */
export function nationalSsoOf(given: Variables): NationalSso | undefined {
  if (given.NATIONAL_SSO_ISSUER === undefined) return undefined
  const needed = <Value>(name: keyof Variables, value: Value | undefined): Value => {
    if (value === undefined) throw new Error(`configuration: ${name} is needed with NATIONAL_SSO_ISSUER`)
    return value
  }
  return {
    issuer: given.NATIONAL_SSO_ISSUER,
    clientId: needed('NATIONAL_SSO_CLIENT_ID', given.NATIONAL_SSO_CLIENT_ID),
    proof:
      given.NATIONAL_SSO_CLIENT_KEY === undefined
        ? { secret: needed('NATIONAL_SSO_CLIENT_SECRET', given.NATIONAL_SSO_CLIENT_SECRET) }
        : { keyFile: given.NATIONAL_SSO_CLIENT_KEY },
    scope: given.NATIONAL_SSO_SCOPE,
    acr: given.NATIONAL_SSO_ACR,
    idTokenAlg: given.NATIONAL_SSO_ALG,
    endpoints: given.NATIONAL_SSO_ENDPOINTS,
    claims: needed('NATIONAL_SSO_CLAIMS', given.NATIONAL_SSO_CLAIMS),
  }
}
