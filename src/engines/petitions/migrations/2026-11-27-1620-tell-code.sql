alter table petitions.petition add column told_digest bytea;
alter table petitions.petition add constraint petition_told unique (told_digest);
comment on column petitions.petition.told_digest is 'SHA-256 of a second code, told last to the phone or address of a sender without an account; it opens the same.';
