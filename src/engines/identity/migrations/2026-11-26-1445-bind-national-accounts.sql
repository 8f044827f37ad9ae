create table identity.sign_on (
  browser_hash bytea not null,
  state text,
  nonce text not null,
  verifier text not null,
  next text not null,
  expires_at timestamptz not null,
  facts jsonb,
  answered_at timestamptz,
  constraint sign_on_pk primary key (browser_hash)
);
create index sign_on_by_expiry on identity.sign_on (expires_at);
comment on table identity.sign_on is
  'Sign-ins by the national portal that are under way, for minutes: by the SHA-256 of what their browser keeps.';
comment on column identity.sign_on.state is 'Taken away by the first answer: nothing is answered twice.';
comment on column identity.sign_on.facts is 'What the national portal said, until the person confirms that it is them.';

create table identity.binding (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  bound_at timestamptz not null,
  constraint binding_pk primary key (issuer, subject),
  constraint binding_account unique (account_id, issuer),
  constraint binding_account_id_fkey foreign key (account_id) references identity.account (id)
);
comment on table identity.binding is 'Which account a verified identity opens: one each way, bound once.';

grant select, insert, update, delete on identity.sign_on to lien_thong_app;
grant select, insert, update on identity.binding to lien_thong_app;
