-- Whoever opened an account under somebody else's number loses it; by their old name and password they still hear why.
alter table identity.account add column former_login text,
  add constraint account_former check (former_login is null or status = 'disabled');
create index account_by_former_login on identity.account (former_login) where former_login is not null;
comment on column identity.account.former_login is 'Of a stranger''s account that was shut out: the number of somebody else that it was opened under.';
