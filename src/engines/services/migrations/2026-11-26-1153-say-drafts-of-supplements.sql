comment on table services.draft is 'An application being written, by its applicant or by an officer of a counter, or a supplement at a counter: saved as it goes, kept 30 days, gone when filed.';
comment on column services.draft.id is 'Of a supplement at a counter that of its request in services.supplement, so that there is one.';
