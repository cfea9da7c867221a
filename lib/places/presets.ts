/** Places that accounts commonly have, to be added with one press and then filled in. */
import type { FormatId } from '../copy/formats.ts';
import { type Api, emptyDraft, type PlaceDraft } from './place.ts';

export interface Preset {
  id: string;
  /** Key of its name among the texts; the name is what the place is called at first. */
  nameKey: string;
  /** A product's own name, the same in every language; empty where it may be any. */
  system: string;
  api: Api;
  format: FormatId;
  /** The page everybody starts from; null where each customer has their own. */
  link: string | null;
}

/** In the order in which they are offered: by the API that is used (facts.md), then where the token is only kept. */
export const presets = [
  {
    ...{ id: 'snowflake', nameKey: 'preset_snowflake', system: 'Snowflake', api: 'logs' },
    ...{ format: 'token', link: 'https://app.snowflake.com/' },
  },
  {
    ...{ id: 'bigQuery', nameKey: 'preset_bigQuery', system: 'BigQuery', api: 'logs' },
    ...{ format: 'token', link: 'https://console.cloud.google.com/bigquery' },
  },
  {
    ...{ id: 'salesforce', nameKey: 'preset_salesforce', system: 'Salesforce', api: 'logs' },
    ...{ format: 'authorization', link: 'https://login.salesforce.com/' },
  },
  {
    ...{ id: 'powerBi', nameKey: 'preset_powerBi', system: 'Power BI', api: 'logs' },
    ...{ format: 'token', link: 'https://app.powerbi.com/' },
  },
  {
    ...{ id: 'logsScript', nameKey: 'preset_logsScript', system: '', api: 'logs' },
    ...{ format: 'env', link: null },
  },
  {
    ...{ id: 'phoneSystem', nameKey: 'preset_phoneSystem', system: '', api: 'agentStatus' },
    ...{ format: 'authorization', link: null },
  },
  {
    ...{ id: 'siteBackend', nameKey: 'preset_siteBackend', system: '', api: 'visitorChat' },
    ...{ format: 'env', link: null },
  },
  {
    ...{ id: 'appBackend', nameKey: 'preset_appBackend', system: '', api: 'visitorChat' },
    ...{ format: 'env', link: null },
  },
  {
    ...{ id: 'kiosk', nameKey: 'preset_kiosk', system: '', api: 'visitorChat' },
    ...{ format: 'xApiKey', link: null },
  },
  {
    ...{ id: 'zapier', nameKey: 'preset_zapier', system: 'Zapier', api: 'other' },
    ...{ format: 'token', link: 'https://zapier.com/app/' },
  },
  {
    ...{ id: 'make', nameKey: 'preset_make', system: 'Make', api: 'other' },
    ...{ format: 'token', link: 'https://www.make.com/en/login' },
  },
  {
    ...{ id: 'github', nameKey: 'preset_github', system: 'GitHub Actions', api: 'other' },
    ...{ format: 'store:github', link: null },
  },
  {
    ...{ id: 'gitlab', nameKey: 'preset_gitlab', system: 'GitLab CI', api: 'other' },
    ...{ format: 'store:gitlab', link: null },
  },
  {
    ...{ id: 'vault', nameKey: 'preset_vault', system: 'HashiCorp Vault', api: 'other' },
    ...{ format: 'store:vault', link: null },
  },
  {
    ...{ id: 'aws', nameKey: 'preset_aws', system: 'AWS Secrets Manager', api: 'other' },
    ...{ format: 'store:aws', link: 'https://console.aws.amazon.com/secretsmanager/' },
  },
  {
    ...{ id: 'onePassword', nameKey: 'preset_onePassword', system: '1Password', api: 'other' },
    ...{ format: 'store:onePassword', link: 'https://start.1password.com/' },
  },
  {
    ...{ id: 'doppler', nameKey: 'preset_doppler', system: 'Doppler', api: 'other' },
    ...{ format: 'store:doppler', link: 'https://dashboard.doppler.com/' },
  },
  {
    ...{ id: 'kubernetes', nameKey: 'preset_kubernetes', system: 'Kubernetes', api: 'other' },
    ...{ format: 'store:kubernetes', link: null },
  },
] as const satisfies readonly Preset[];

/** What a form holds after `preset` was picked; `name` is its name in the person's language. */
export function draftOf({ system, api, format, link }: Preset, name: string): PlaceDraft {
  return { ...emptyDraft, name, system, api, format, link: link ?? '' };
}
