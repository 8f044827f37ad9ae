-- An account is taken away only where nothing refers to it: asked by an index, not by reading whole tables.
create index account_by_merged on identity.account (merged_into) where merged_into is not null;
create index session_of_account on identity.session (account_id);
drop index identity.session_by_account;
