create table identity.account (
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  login text not null,
  password_hash text,
  status text not null default 'active'::text,
  must_change_password boolean not null default false,
  assurance integer not null default 1,
  created_at timestamp with time zone not null default now(),
  last_sign_in_at timestamp with time zone,
  merged_into uuid,
  constraint account_pk PRIMARY KEY (id),
  constraint account_kind CHECK ((kind = ANY (ARRAY['staff'::text, 'citizen'::text]))),
  constraint account_login UNIQUE (login),
  constraint account_merged CHECK (((merged_into IS NULL) OR (status = 'disabled'::text))),
  constraint account_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES identity.account(id),
  constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint account_status CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text])))
);
CREATE INDEX account_by_person ON identity.account USING btree (person_id);

create table identity.binding (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  bound_at timestamp with time zone not null,
  constraint binding_pk PRIMARY KEY (issuer, subject),
  constraint binding_account UNIQUE (account_id, issuer),
  constraint binding_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);

create table identity.session (
  token_hash bytea not null,
  account_id uuid not null,
  post_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  agent text,
  address text,
  ended_at timestamp with time zone,
  constraint session_pk PRIMARY KEY (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint session_post_id_fkey FOREIGN KEY (post_id) REFERENCES directory.post(id)
);
CREATE INDEX session_by_account ON identity.session USING btree (account_id) WHERE (ended_at IS NULL);
CREATE INDEX session_by_expiry ON identity.session USING btree (expires_at);

create table identity.sign_in_attempt (
  subject text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint sign_in_attempt_pk PRIMARY KEY (subject)
);

create table identity.sign_on (
  browser_hash bytea not null,
  state text,
  nonce text not null,
  verifier text not null,
  next text not null,
  expires_at timestamp with time zone not null,
  facts jsonb,
  answered_at timestamp with time zone,
  constraint sign_on_pk PRIMARY KEY (browser_hash)
);
CREATE INDEX sign_on_by_expiry ON identity.sign_on USING btree (expires_at);

comment on table identity.account is 'What a person signs in with; one account = one person and one kind.';
comment on column identity.account.assurance is '1 = said so, 2 = shown at a counter, 3 = national e-identity.';
comment on column identity.account.merged_into is 'The one account of the same person that it became part of; its login says so.';
comment on table identity.binding is 'Which account a verified identity opens: one each way, bound once.';
comment on table identity.session is 'Sessions by the SHA-256 of their token: reading this table opens nothing.';
comment on table identity.sign_in_attempt is 'Tries that slow the next: failed sign-ins by login and by network, registrations by network and in all. Waiting grows, nobody is locked out.';
comment on table identity.sign_on is 'Sign-ins by the national portal that are under way, for minutes: by the SHA-256 of what their browser keeps.';
comment on column identity.sign_on.state is 'Taken away by the first answer: nothing is answered twice.';
comment on column identity.sign_on.facts is 'What the national portal said, until the person confirms that it is them.';

grant insert, select, update on identity.account to lien_thong_app;
grant insert, select, update on identity.binding to lien_thong_app;
grant delete, insert, select, update on identity.session to lien_thong_app;
grant delete, insert, select, update on identity.sign_in_attempt to lien_thong_app;
grant delete, insert, select, update on identity.sign_on to lien_thong_app;
