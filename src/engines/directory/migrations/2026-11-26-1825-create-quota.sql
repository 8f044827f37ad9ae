-- How many officials of each kind a unit may have, dated; and of which kind the holder of a post is.
create table directory.quota (
  unit_id uuid not null,
  staffing text not null,
  valid_from date not null,
  valid_to date,
  number integer not null,
  document text not null,
  constraint quota_pk primary key (unit_id, staffing, valid_from),
  constraint quota_unit_fk foreign key (unit_id) references directory.unit (id),
  constraint quota_staffing check (staffing in ('civil-servant', 'public-employee', 'contract')),
  constraint quota_number check (number >= 0),
  constraint quota_period check (valid_to is null or valid_to > valid_from)
);
comment on table directory.quota is 'How many officials a unit, with the parts of it that are no agency of their own, may have of a kind; by a decision.';
grant select, insert, update on directory.quota to lien_thong_app;

alter table directory.post add column staffing text not null default 'civil-servant',
  add constraint post_staffing check (staffing in ('civil-servant', 'public-employee', 'contract'));
comment on column directory.post.staffing is 'Against which quota whoever holds it counts.';
