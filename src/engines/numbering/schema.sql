create table numbering.series (
  book text not null,
  period text not null,
  next integer not null default 1,
  constraint series_pk PRIMARY KEY (book, period)
);

comment on table numbering.series is 'The next number of a book in a period (a year or a day): gapless, taken in the transaction that uses it.';

grant insert, select, update on numbering.series to lien_thong_app;
