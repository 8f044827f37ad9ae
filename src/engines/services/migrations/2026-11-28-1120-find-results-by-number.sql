-- outside a transaction
create index concurrently if not exists result_by_number on services.result (number) where number is not null
