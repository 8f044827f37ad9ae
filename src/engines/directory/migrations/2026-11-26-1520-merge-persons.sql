alter table directory.person add column merged_into uuid references directory.person (id);
comment on column directory.person.merged_into is 'The same human being as this one, to whom everything of theirs went.';
