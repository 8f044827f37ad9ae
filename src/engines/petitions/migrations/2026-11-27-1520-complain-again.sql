alter table petitions.petition
  add column first_decision text,
  add column previous_id uuid references petitions.petition (id),
  add constraint petition_second check (first_decision is null or kind = 'complaint'),
  add constraint petition_previous check (previous_id is null or first_decision is not null);
comment on column petitions.petition.first_decision is 'Of a second complaint: the decision that it is against, or that there was none in time. Null: a first one.';
comment on column petitions.petition.previous_id is 'The first complaint, where it was sent here too.';
create unique index petition_complained_again on petitions.petition (previous_id) where previous_id is not null;
create index petition_due on petitions.petition (due, id) where due is not null;
create index petition_over on petitions.petition (asked_at desc, id desc) where due is null;
