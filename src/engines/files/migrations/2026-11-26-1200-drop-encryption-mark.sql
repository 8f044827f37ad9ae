-- Encrypted PDFs are refused.
alter table files.file drop column is_encrypted;
