alter table identity.account
  add column password_set_at timestamptz not null default now(),
  add column status_since timestamptz not null default now(),
  add column disabled_because text,
  add constraint account_disabled_because check (disabled_because in ('administrator', 'unused'));
comment on column identity.account.disabled_because is 'Who or what disabled it: an administrator, or that nobody signed in for long.';

create table identity.old_password (
  account_id uuid not null references identity.account (id),
  replaced_at timestamptz not null,
  password_hash text not null,
  constraint old_password_pk primary key (account_id, password_hash)
);
comment on table identity.old_password is 'Passwords that were used before, hashed, where the profile of the account forbids to come back to them.';

grant select, insert, delete on identity.old_password to lien_thong_app;
