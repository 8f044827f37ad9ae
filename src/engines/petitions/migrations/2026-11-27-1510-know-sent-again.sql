alter table petitions.sealed_sender add column sent_digest bytea;
comment on column petitions.sealed_sender.sent_digest is 'SHA-256 of the key of the form that it was sent by: sent again, it is known by this and never by who sends it.';
