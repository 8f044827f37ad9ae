-- By when the applicant answers is counted anew when the calendar changes, so what it was counted from is kept.
alter table services.supplement add column days integer;
comment on column services.supplement.days is 'The working days that the applicant was given; null for requests made before they were kept.';
