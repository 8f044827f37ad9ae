alter table national_portal.incoming add column digest text;
comment on column national_portal.incoming.digest is 'Of its content when it was fetched last; null = fetched before this was kept.';
