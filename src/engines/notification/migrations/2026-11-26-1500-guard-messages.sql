alter table notification.message add column is_guarded boolean not null default false;
comment on column notification.message.is_guarded is
  'About something that only an account which surely is this person may see: shown at assurance 2 or more.';
